// The files of a project share one page, and the browser's own pointer stays where a file has left it: it would enter what the next file
// shows there, beside the events that its tests make.
import { beforeAll } from "vitest";
import { cdp } from "vitest/browser";

beforeAll(async () => {
  const corner = { x: innerWidth - 1, y: innerHeight - 1 };
  await cdp().send("Input.dispatchMouseEvent", { type: "mouseMoved", ...corner });
});
