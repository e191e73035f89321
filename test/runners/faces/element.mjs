import { createFakeClient } from "@human-connect/core/testing";
import "@human-connect/element/define";
import { label, playSessions } from "../play-sessions.mjs";

/** The button, and what follows it. */
function mount(root, options, hear) {
  const host = document.createElement("human-connect-button");
  host.id = "connect-1";
  host.textContent = label;
  host.options = options;
  for (const type of ["connect", "close"]) host.addEventListener(`human-connect-${type}`, () => hear(type));
  host.addEventListener("human-connect-error", ({ detail }) => hear("error", detail.error));
  const [list, status] = ["list", "status"].map((name) => {
    const follower = document.createElement(`human-connect-${name}`);
    follower.setAttribute("for", host.id);
    return follower;
  });
  root.append(list, host, status);
  const unmount = async () => {
    await Promise.all([list.updateComplete, status.updateComplete]);
    const shown = [list, status].map(({ shadowRoot }) => shadowRoot.querySelector("[part]")?.textContent);
    if (shown.join() !== "Alder Clinic,1 source connected") throw new Error(`list and status show ${shown.join(", ")}`);
    root.replaceChildren();
  };
  return { host, unmount };
}

/** The endpoint of the attribute is asked; then the element is left to the end of the page, as most tests do. */
async function leave() {
  const answer = { status: 401, headers: new Map(), json: async () => ({ error: { code: "not-signed-in" } }) };
  globalThis.fetch = async () => answer;
  const host = document.body.appendChild(document.createElement("human-connect-button"));
  host.setAttribute("token-url", "/api/human-connect/token");
  host.setAttribute("prepare-on", "visible");
  host.options = { client: createFakeClient() };
  const failed = new Promise((resolve) => host.addEventListener("human-connect-error", resolve));
  await host.updateComplete;
  host.click();
  const { error } = (await failed).detail;
  if (error.cause?.code !== "not-signed-in") throw new Error(`token-url: ${error.code} (${error.cause ?? error})`);
}

export async function check() {
  await playSessions(mount);
  await leave();
}
