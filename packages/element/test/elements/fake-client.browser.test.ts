import { createFakeClient } from "@human-connect/core/testing";
import { expect, it, onTestFinished } from "vitest";
import { alder, findStage, inner, showButton, untilShown } from "../page.js";

const options = { getToken: () => "token", warmFrame: false };

it("a fake client among the options plays a session, without a frame", async () => {
  const fake = createFakeClient();
  onTestFinished(() => fake.reset());
  const host = await showButton({ options: { ...options, client: fake } });
  const sources: unknown[] = [];
  host.connect.on("connect", ({ source }) => sources.push(source));

  inner(host).click();
  await fake.opened();
  fake.connect(alder);

  expect(sources).toEqual([alder]);
  await untilShown(host, "open");
  expect(findStage() ?? document.querySelector("iframe")).toBe(null);
  fake.close();
  await untilShown(host, "closed");
  expect(host.state.currentConnections).toEqual([alder]);
});

it("an inline session of a fake client ends with its element", async () => {
  const fake = createFakeClient();
  onTestFinished(() => fake.reset());
  const host = await showButton({ client: fake, options, inline: true });
  inner(host).click();
  const session = await fake.opened();

  host.remove();

  await expect.poll(() => host.state).toMatchObject({ status: "closed", reason: "closed-by-host" });
  expect(session.isOpen).toBe(false);
});
