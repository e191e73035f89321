import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { createFakeClient } from "@human-connect/core/testing";
import "@human-connect/element/define";

const fake = createFakeClient();
afterEach(() => fake.reset());

test("says what was connected", async () => {
  const host = document.createElement("human-connect-button");
  host.options = { client: fake, getToken: () => "token" };
  document.body.append(host);
  await host.updateComplete;
  const connected = new Promise((resolve) => host.addEventListener("human-connect-connect", resolve));

  host.shadowRoot.querySelector("button").click();
  (await fake.opened()).connect({ id: "a1", name: "Alder Clinic" });

  assert.equal((await connected).detail.source.name, "Alder Clinic");
});
