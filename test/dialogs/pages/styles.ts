import { cdnClient, createHumanConnect } from "@human-connect/core";

const { sandbox, dead } = document.querySelector<HTMLMetaElement>("meta[name=sandbox]")!.dataset as Record<
  string,
  string
>;
const query = new URLSearchParams(location.search);
const state = query.get("state")!;
const isInline = query.get("how") === "inline";

if (isInline) {
  // What the host's own rules make of the page around Connect is the host's: only what is in the container is looked at.
  for (const element of [document.documentElement, document.body])
    element.style.cssText = "all: initial !important; display: block !important";
}
const room = document.querySelector<HTMLElement>("#root")!;
room.style.cssText = `all: initial !important; display: block !important; position: fixed !important; inset: 40px auto auto 40px !important;
  width: 600px !important; height: 500px !important`;

const connect = createHumanConnect({
  getToken: () => (state === "loading" ? new Promise(() => {}) : fetch("/token", { method: "POST" })),
  client: cdnClient({ url: `${sandbox}/humanapi-connect-client@2.4.1.js` }),
  baseUrl: state === "doubt" ? dead! : sandbox!,
  overlayOpacity: 1,
  // The state stays while every sheet is tried.
  timeouts: { tokenMs: 600_000, widgetMs: 600_000 },
  ...(isInline && { container: room }),
});
connect.subscribe(() => {});
void connect.open();
