import { expect, it, vi } from "vitest";
import { everyOption } from "../../../../test/support/every-option.ts";
import { createFake, open, overs } from "./sessions.js";

/** As where an option is a variable of the environment that is not set. */
const unset = Object.fromEntries(
  Object.keys(everyOption)
    // Those that the session is opened with.
    .filter((name) => !["client", "baseUrl", "getToken"].includes(name))
    .map((name) => [name, undefined]),
);

it("takes an option that is undefined for one that is not given, in every case", async () => {
  const timeouts = { tokenMs: undefined, clientMs: undefined, widgetMs: undefined };
  const { fake, connect } = createFake();
  const options = { ...unset, labels: { connect: undefined, cancel: undefined }, timeouts };

  void open(connect);
  await vi.waitFor(() => expect(fake.opened).toHaveLength(1));
  connect.close();
  await Promise.all(overs);
  const given = createFake(options);
  void open(given.connect, unset);
  await vi.waitFor(() => expect(given.fake.opened).toHaveLength(1));

  expect(Object.keys(given.fake.opened[0]!)).toEqual(Object.keys(fake.opened[0]!));
  expect(given.fake.opened[0]).toEqual(fake.opened[0]);
});
