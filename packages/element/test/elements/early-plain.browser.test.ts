import type { HumanConnectButton } from "@human-connect/element";
import { expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { runEarlyScript } from "../../../../test/support/early-script.ts";
import { createFakeVendor } from "../../../../test/support/fake-vendor.ts";

it("opens for a click on an element that is not defined yet, once it has what it needs", async () => {
  runEarlyScript();
  document.body.innerHTML = "<human-connect-button>Share my records</human-connect-button>";
  const button = document.querySelector("human-connect-button") as HumanConnectButton;
  await userEvent.click(button);
  const vendor = createFakeVendor();

  await import("@human-connect/element/define");
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(button.state.status).toBe("idle");
  const { getToken, client, ...options } = vendor.options;
  Object.assign(button, { getToken, client, options });

  await vi.waitFor(() => expect(button.state.status).toBe("open"));
  expect(vendor.opened.length).toBe(1);
  button.close();
  await vi.waitFor(() => expect(button.state.status).toBe("closed"));
});
