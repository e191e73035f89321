import * as Dialog from "@radix-ui/react-dialog";
import * as DropdownMenu from "@radix-ui/react-dropdown-menu";
import * as Popover from "@radix-ui/react-popover";
import { Content, MenuButton, mountHost } from "./react-host.tsx";

mountHost({
  dialog: () => (
    <Dialog.Root>
      <Dialog.Trigger className="trigger">Open</Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="overlay" />
        <Dialog.Content className="content" aria-describedby={undefined}>
          <Dialog.Title>Health data</Dialog.Title>
          <Content />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  ),
  menu: () => (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger className="trigger">Open</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="content">
          <DropdownMenu.Item asChild>
            <MenuButton />
          </DropdownMenu.Item>
          <DropdownMenu.Item>Other</DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  ),
  popover: () => (
    <Popover.Root>
      <Popover.Trigger className="trigger">Open</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="content">
          <Content />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  ),
});
