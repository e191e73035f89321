import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { createFolder, createPageFolder, startSandbox } from "../start-sandbox.js";

const splash = "/images/data-source-type-icons/launch-connect-text.svg";

describe("the Connect page", () => {
  it("is an HTML shell that anybody may frame and that may load its own files alone", async () => {
    const sandbox = await startSandbox({ pageFolder: createPageFolder() });

    const response = await fetch(`${sandbox.url}/?token=t&mode=auth&pisId=1&config=c&segment=s&pinnedProviders=a,b`);
    const html = await response.text();

    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toMatch(/^text\/html/);
    expect(response.headers.get("referrer-policy")).toBe("no-referrer");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("x-frame-options")).toBeNull();
    expect(response.headers.get("content-security-policy")).toMatch(/default-src 'none'.*frame-ancestors \*/);
    expect(response.headers.get("content-security-policy")).not.toMatch(/unsafe|nonce/);
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('<div id="root">');
    expect(html).toContain('<script type="module" src="/connect/assets/page.js">');
    expect(html).toContain('<link rel="stylesheet" href="/connect/assets/page.css"');
    expect(html).not.toMatch(/<script>|style=/);
  });

  it("never writes its query into the HTML", async () => {
    const sandbox = await startSandbox({ pageFolder: createPageFolder() });

    const plain = await fetch(`${sandbox.url}/`);
    const queried = await fetch(`${sandbox.url}/?token=secret-token&mode=%3Cscript%3E`);

    expect(await queried.text()).toBe(await plain.text());
  });

  it("says what to run when it was not built", async () => {
    const sandbox = await startSandbox({ pageFolder: pathToFileURL(`${createFolder()}/`) });

    const response = await fetch(`${sandbox.url}/`);

    expect(response.status).toBe(503);
    expect(await response.text()).toContain("pnpm build");
  });
});

describe("the page's assets", () => {
  it.each([
    ["page.js", /^text\/javascript/],
    ["page.css", /^text\/css/],
  ])("serve %s and answer 304 when it has not changed", async (name, type) => {
    const sandbox = await startSandbox({ pageFolder: createPageFolder() });
    const url = `${sandbox.url}/connect/assets/${name}`;

    const first = await fetch(url);
    const again = await fetch(url, { headers: { "if-none-match": first.headers.get("etag") ?? "" } });

    expect(first.status).toBe(200);
    expect(first.headers.get("content-type")).toMatch(type);
    expect(again.status).toBe(304);
  });

  it.each(["none.js", "..", "..%2fpackage.json", "%2e%2e%2fpackage.json", "a%00.js"])(
    "do not serve %s",
    async (name) => {
      const sandbox = await startSandbox({ pageFolder: createPageFolder() });

      expect((await fetch(`${sandbox.url}/connect/assets/${name}`)).status).toBe(404);
    },
  );
});

describe("the splash image", () => {
  it("is a small drawing that a browser keeps", async () => {
    const sandbox = await startSandbox();

    const response = await fetch(sandbox.url + splash);
    const text = await response.text();
    const again = await fetch(sandbox.url + splash, {
      headers: { "if-none-match": response.headers.get("etag") ?? "" },
    });

    expect(response.headers.get("content-type")).toBe("image/svg+xml");
    expect(response.headers.get("cache-control")).toContain("max-age=");
    expect(text).toContain("prefers-color-scheme: dark");
    expect(text.length).toBeLessThan(2000);
    expect(again.status).toBe(304);
  });
});

describe("the forger", () => {
  it("is a page with a script of its own that posts to its parent and to the top", async () => {
    const sandbox = await startSandbox();

    const page = await fetch(`${sandbox.url}/connect/forger.html`);
    const script = await fetch(`${sandbox.url}/connect/forger.js`);
    const text = await script.text();

    expect(page.headers.get("content-security-policy")).toContain("script-src 'self'");
    expect(await page.text()).toContain('src="forger.js"');
    expect(script.headers.get("content-type")).toMatch(/^text\/javascript/);
    expect(text).toContain("hapi-connect-close");
    expect(text).toContain("hapi-connect-connect-source");
  });
});
