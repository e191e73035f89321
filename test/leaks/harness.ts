import { createHumanConnect } from "@human-connect/core";
import { npmClient } from "@human-connect/core/npm";

declare global {
  interface Window {
    /** Opens and closes Connect once, through the kit or through the vendor's client alone. */
    cycle: Record<"kit" | "vendor", (baseUrl: string) => Promise<void>>;
  }
}

async function fetchToken(): Promise<string> {
  const response = await fetch("/token?user=leaks", { method: "POST" });
  return ((await response.json()) as { session_token: string }).session_token;
}

/** Resolves when the kit shows the frame. */
function untilLive(): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      const stage = document.querySelector("[data-human-connect-stage]");
      if (stage?.shadowRoot?.querySelector("[data-live]")) resolve();
      else setTimeout(look, 5);
    };
    look();
  });
}

async function cycleKit(baseUrl: string): Promise<void> {
  const connect = createHumanConnect({ baseUrl, client: npmClient(), getToken: fetchToken, warmFrame: false });
  const leave = connect.subscribe(() => {});
  const over = connect.open();
  await untilLive();
  connect.close();
  await over;
  leave();
}

// As the vendor documents it, and closed by the only means there is: the message that its page would post.
async function cycleVendor(baseUrl: string): Promise<void> {
  const vendor = (await import("humanapi-connect-client")) as unknown as { open(options: object): void };
  const token = await fetchToken();
  vendor.open({ token, baseURL: baseUrl, onClose() {} });
  const frame = document.querySelector<HTMLIFrameElement>("#human-api")!;
  await new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
  window.dispatchEvent(
    new MessageEvent("message", { data: { type: "hapi-connect-close" }, source: frame.contentWindow }),
  );
}

window.cycle = { kit: cycleKit, vendor: cycleVendor };
