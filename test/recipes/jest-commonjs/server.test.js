/** @jest-environment node */
import { createSandbox } from "@human-connect/sandbox";
import { createHumanApi, createTokenHandler } from "@human-connect/server";

const askForToken = () =>
  new Request("https://app.example/api/human-connect/token", {
    method: "POST",
    headers: { origin: "https://app.example", "sec-fetch-site": "same-origin" },
  });

let sandbox;
beforeAll(async () => (sandbox = await createSandbox()));
afterAll(() => sandbox.close());

test("answers with a token of the sandbox, and with 401 for nobody", async () => {
  const { authUrl, clientId, clientSecret } = sandbox;
  const humanApi = createHumanApi({ authUrl, clientId, clientSecret });

  const known = await createTokenHandler({ humanApi, identify: () => "jane" })(askForToken());
  const nobody = await createTokenHandler({ humanApi, identify: () => null })(askForToken());

  expect([known.status, nobody.status]).toEqual([200, 401]);
  expect(await known.json()).toMatchObject({ session_token: expect.any(String), expires_in: expect.any(Number) });
});
