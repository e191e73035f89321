import "@human-connect/element/define";
import { createFakeClient } from "@human-connect/core/testing";

const clinic = { id: "a1", name: "Alder Clinic" };

/** Puts a button on the page, and what it needs for a session. */
function showButton(client) {
  const host = document.createElement("human-connect-button");
  host.options = { client, getToken: () => "token" };
  document.body.replaceChildren(host);
  return host;
}

/** The next event of a type. */
const next = (host, type) => new Promise((resolve) => host.addEventListener(`human-connect-${type}`, resolve));

test("says what was connected, and shows it to stylesheets", async () => {
  const fake = createFakeClient(({ connect, close }) => {
    connect(clinic);
    close();
  });
  const host = showButton(fake);
  await host.updateComplete;
  const connected = next(host, "connect");
  const closed = next(host, "close");

  host.click();

  expect((await connected).detail.source).toEqual(clinic);
  expect((await closed).detail.reason).toBe("finished");
  expect(host.state.currentConnections).toEqual([clinic]);
});

test("says why Connect could not be opened", async () => {
  const fake = createFakeClient();
  const host = showButton(fake);
  await host.updateComplete;
  const failed = next(host, "error");
  fake.fail("offline");

  host.click();

  expect((await failed).detail.error.code).toBe("offline");
});
