/** @jest-environment jest-fixed-jsdom */
import { createFakeClient } from "@human-connect/core/testing";
import "@human-connect/element/define";
import { http, HttpResponse } from "msw";
import { setupServer } from "msw/node";

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledFrame: "error" }));
afterAll(() => server.close());

test("says why the token endpoint has no token", async () => {
  server.use(
    http.post("/api/human-connect/token", () =>
      HttpResponse.json({ error: { code: "not-signed-in", message: "Nobody is signed in." } }, { status: 401 }),
    ),
  );
  document.body.innerHTML = `<human-connect-button token-url="/api/human-connect/token"></human-connect-button>`;
  const [host] = document.body.children;
  host.options = { client: createFakeClient() };
  const failed = new Promise((resolve) => host.addEventListener("human-connect-error", resolve));

  host.click();

  const { error } = (await failed).detail;
  expect(error.cause).toMatchObject({ status: 401, code: "not-signed-in" });
});
