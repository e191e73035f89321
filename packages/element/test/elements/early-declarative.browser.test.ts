import { renderButtonHtml, type HumanConnectButton } from "@human-connect/element";
import { expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { runEarlyScript } from "../../../../test/support/early-script.ts";
import { createFakeVendor } from "../../../../test/support/fake-vendor.ts";

it("opens for a click on what a server has rendered, once the element is defined", async () => {
  runEarlyScript();
  document.body.setHTMLUnsafe(renderButtonHtml({ "token-url": "/token" }, "Share my records"));
  const button = document.querySelector("human-connect-button") as HumanConnectButton;
  await userEvent.click(button.shadowRoot!.querySelector("button")!);
  const vendor = createFakeVendor();
  const onClick = vi.fn();

  await import("@human-connect/element/define");
  // As a page sets them: once the module is there.
  const { getToken, client, ...options } = vendor.options;
  Object.assign(button, { getToken, client, options });
  button.addEventListener("click", onClick);

  await vi.waitFor(() => expect(button.state.status).toBe("open"));
  expect(vendor.opened.length).toBe(1);
  expect(onClick).toHaveBeenCalledTimes(1);
  button.close();
  await vi.waitFor(() => expect(button.state.status).toBe("closed"));
});
