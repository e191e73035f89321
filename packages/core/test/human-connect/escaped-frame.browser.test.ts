import { expect, it, vi } from "vitest";
import { patienceMs } from "../../src/stage/stage.js";
import { createFake, frame, open, stage } from "./sessions.js";

it("leaves a frame that its client has put beside the stage uncovered, also while it takes long to load", async () => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  const append = (node: HTMLElement): void => {
    // A lazy frame so far away does not load.
    Object.assign(node, { loading: "lazy" });
    Object.assign(node.style, { position: "absolute", top: "100000px" });
    setTimeout(() => document.body.append(node));
  };
  const session = createFake({ baseUrl: "https://connect.example" }, { append, neverLoads: true });
  const over = open(session.connect);
  await vi.waitFor(() => expect([frame()?.parentElement, stage()]).toEqual([document.body, null]));

  await new Promise((resolve) => setTimeout(resolve, patienceMs + 100));

  expect([stage(), session.connect.getState().status]).toEqual([null, "loading"]);
  session.connect.close();
  await over;
});
