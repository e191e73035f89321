import { createHumanConnect } from "@human-connect/core";
import { label, playSessions } from "../play-sessions.mjs";

/** A page of its own, without a framework. */
function mount(root, options, hear) {
  const connect = createHumanConnect(options);
  for (const type of ["connect", "close"]) connect.on(type, () => hear(type));
  connect.on("error", ({ error }) => hear("error", error));
  const host = document.createElement("button");
  host.textContent = label;
  host.addEventListener("click", () => void connect.open());
  root.append(host);
  return { host, unmount: () => {} };
}

/** What becomes of a session whose test has forgotten the fake client. */
async function forget() {
  const { error } = await createHumanConnect({ getToken: () => "token" }).open();
  if (error?.code !== "no-dom" || !error.message.includes("createFakeClient"))
    throw new Error(`without the fake client: ${error?.code} (${error?.message})`);
}

export async function check() {
  await playSessions(mount);
  await forget();
}
