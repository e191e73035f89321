// @vitest-environment jsdom
import { createFakeClient } from "@human-connect/core/testing";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { HealthData } from "./health-data.js";

const tokenUrl = "/api/human-connect/token";

const server = setupServer(
  http.post(tokenUrl, () => HttpResponse.json({ session_token: "a-token-of-the-test", expires_in: 3600 })),
);

beforeAll(() => server.listen({ onUnhandledFrame: "error" }));
afterEach(() => {
  cleanup();
  server.resetHandlers();
});
afterAll(() => server.close());

test("opens Connect with the token that the endpoint answers", async () => {
  const fake = createFakeClient();
  render(<HealthData client={fake} tokenUrl={tokenUrl} />);

  await userEvent.click(screen.getByRole("button"));

  expect((await fake.opened()).token).toBe("a-token-of-the-test");
  await fake.reset();
});

test("asks a person to sign in again when the endpoint says that nobody is", async () => {
  server.use(
    http.post(tokenUrl, () =>
      HttpResponse.json({ error: { code: "not-signed-in", message: "Nobody is signed in." } }, { status: 401 }),
    ),
  );
  const onError = vi.fn();
  render(<HealthData client={createFakeClient()} tokenUrl={tokenUrl} onError={onError} />);

  await userEvent.click(screen.getByRole("button"));

  expect(await screen.findByText(/sign in again/i)).toBeTruthy();
  expect(onError.mock.lastCall![0].error).toMatchObject({
    code: "token-failed",
    cause: { status: 401, code: "not-signed-in" },
  });
});

test("tells the endpoint that Connect has refused the first token", async () => {
  const reasons: (string | null)[] = [];
  server.use(
    http.post(tokenUrl, ({ request }) => {
      reasons.push(new URL(request.url).searchParams.get("reason"));
      return HttpResponse.json({ session_token: `token-${reasons.length}`, expires_in: 3600 });
    }),
  );
  const fake = createFakeClient(({ expire, close }) => (fake.sessions.length === 1 ? expire() : close()));
  render(<HealthData client={fake} tokenUrl={tokenUrl} />);

  await userEvent.click(screen.getByRole("button"));

  await waitFor(() => expect(screen.getByRole("button").dataset["status"]).toBe("closed"));
  expect(reasons).toEqual([null, "expired"]);
  expect(fake.sessions.map(({ token }) => token)).toEqual(["token-1", "token-2"]);
});
