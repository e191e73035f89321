import { failure } from "./failure.js";

// A registered symbol is the same for every copy of the kit on the page.
const key = Symbol.for("human-connect.session");

/**
 * Claims the page for one session.
 *
 * @returns Gives it back.
 * @throws {HumanConnectError} `widget-busy`
 */
export function claimPage(): () => void {
  const page = globalThis as { [key]?: object };
  if (page[key]) throw failure("widget-busy", "human-api");
  const claim = (page[key] = {});
  return () => {
    if (page[key] === claim) delete page[key];
  };
}
