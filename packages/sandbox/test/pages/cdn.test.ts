import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, it } from "vitest";
import { startSandbox } from "../start-sandbox.js";

const require = createRequire(import.meta.url);
const { version } = require("humanapi-connect-client/package.json") as { version: string };

it.each([`@${version}`, "@latest", `%40${version}`])(
  "serves the vendor's own bytes as %s to any origin",
  async (suffix) => {
    const sandbox = await startSandbox();

    const response = await fetch(`${sandbox.cdnUrl}/humanapi-connect-client${suffix}.js`);

    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toMatch(/^text\/javascript/);
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.equals(readFileSync(require.resolve("humanapi-connect-client")))).toBe(true);
  },
);

it("answers 304 to a browser that has the script", async () => {
  const sandbox = await startSandbox();
  const url = `${sandbox.cdnUrl}/humanapi-connect-client@latest.js`;
  const etag = (await fetch(url)).headers.get("etag") ?? "";

  const response = await fetch(url, { headers: { "if-none-match": etag } });

  expect(etag).not.toBe("");
  expect(response.status).toBe(304);
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
});

it("names the versions that exist when asked for another", async () => {
  const sandbox = await startSandbox();

  const response = await fetch(`${sandbox.cdnUrl}/humanapi-connect-client@0.0.1.js`);

  expect(response.status).toBe(404);
  expect(await response.text()).toContain(`${version} and latest`);
});

it("has no script without a version", async () => {
  const sandbox = await startSandbox();

  expect((await fetch(`${sandbox.cdnUrl}/humanapi-connect-client.js`)).status).toBe(404);
});
