import { useHumanConnect } from "@human-connect/react";
import {
  Button,
  Dialog,
  DialogTrigger,
  Menu,
  MenuItem,
  MenuTrigger,
  Modal,
  ModalOverlay,
  Popover,
} from "react-aria-components";
import { Content, mountHost } from "./react-host.tsx";

mountHost({
  dialog: () => (
    <DialogTrigger>
      <Button className="trigger">Open</Button>
      <ModalOverlay isDismissable className="overlay">
        <Modal className="content">
          <Dialog aria-label="Health data">
            <Content />
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  ),
  menu: function HostMenu() {
    const { open } = useHumanConnect();
    return (
      <MenuTrigger>
        <Button className="trigger">Open</Button>
        <Popover className="content">
          <Menu>
            <MenuItem className="connect" onAction={() => void open()}>
              Connect
            </MenuItem>
            <MenuItem>Other</MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
    );
  },
  popover: () => (
    <DialogTrigger>
      <Button className="trigger">Open</Button>
      <Popover className="content">
        <Dialog aria-label="Health data">
          <Content />
        </Dialog>
      </Popover>
    </DialogTrigger>
  ),
});
