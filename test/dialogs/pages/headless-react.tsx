import {
  Dialog,
  DialogPanel,
  Menu,
  MenuButton as Trigger,
  MenuItem,
  MenuItems,
  Popover,
  PopoverButton,
  PopoverPanel,
} from "@headlessui/react";
import { useState } from "react";
import { Content, MenuButton, mountHost } from "./react-host.tsx";

mountHost({
  dialog: function HostDialog() {
    const [isOpen, setOpen] = useState(false);
    return (
      <>
        <button className="trigger" onClick={() => setOpen(true)}>
          Open
        </button>
        <Dialog open={isOpen} onClose={setOpen}>
          <div className="overlay" aria-hidden="true" />
          <DialogPanel className="content">
            <Content />
          </DialogPanel>
        </Dialog>
      </>
    );
  },
  menu: () => (
    <Menu>
      <Trigger className="trigger">Open</Trigger>
      <MenuItems className="content">
        <MenuItem>
          <MenuButton />
        </MenuItem>
        <MenuItem>
          <button>Other</button>
        </MenuItem>
      </MenuItems>
    </Menu>
  ),
  popover: () => (
    <Popover>
      <PopoverButton className="trigger">Open</PopoverButton>
      <PopoverPanel className="content">
        <Content />
      </PopoverPanel>
    </Popover>
  ),
});
