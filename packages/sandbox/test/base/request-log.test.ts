import { expect, it } from "vitest";
import { createRequestLog } from "../../src/base/request-log.js";
import { askToken, startSandbox } from "../start-sandbox.js";

it("tells how the page was asked for, without the token", async () => {
  const sandbox = await startSandbox();
  const headers = { referer: "https://app.example/", "sec-fetch-dest": "iframe" };

  await fetch(`${sandbox.url}/?token=the-token&mode=auth&token=again`, { headers });
  await askToken(sandbox, { type: "session" });

  expect(sandbox.requests).toEqual([
    {
      method: "GET",
      pathname: "/",
      queryNames: ["token", "mode"],
      referer: "https://app.example/",
      secFetchDest: "iframe",
    },
    { method: "POST", pathname: "/v1/connect/token", queryNames: [], referer: null, secFetchDest: null },
  ]);
});

it("can be cleared, and a list that was read before stays as it was", async () => {
  const sandbox = await startSandbox();
  await fetch(`${sandbox.url}/nothing`);
  const before = sandbox.requests;

  sandbox.clearRequests();

  expect(sandbox.requests).toEqual([]);
  expect(before).toHaveLength(1);
});

it("keeps the latest requests alone", () => {
  const log = createRequestLog(2);

  for (const name of ["one", "two", "three"]) log.add(new Request(`http://localhost/${name}`));

  expect(log.list().map(({ pathname }) => pathname)).toEqual(["/two", "/three"]);
});
