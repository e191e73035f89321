import { contentSecurityPolicy, toPolicyHeader } from "@human-connect/server";
import { expect, test } from "./demo-page.ts";

const directives = async (url: string): Promise<string> =>
  (await fetch(url)).headers.get("content-security-policy") ?? "";

test("the demo runs under a strict policy with Trusted Types required", async ({ demoPage, page }) => {
  const policy = await directives(demoPage.demo.url);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).not.toMatch(/unsafe|data:|\*/);
  // The `problems` fixture fails this test for any violation.
  await page.goto(`${demoPage.demo.url}/?client=cdn`);
  await demoPage.open();
  await demoPage.connectProvider("Applefen Pharmacy");
});

for (const { missing, code, client } of [
  { missing: /frame-src [^;]+/, code: "widget-blocked", client: "npm" },
  { missing: /(?<=script-src 'self') [^;]+/, code: "client-blocked", client: "cdn" },
  { missing: /trusted-types human-connect/, code: "client-blocked", client: "cdn" },
]) {
  test(`a policy without ${missing.source} ends in ${code}, which names the directive`, async ({ page, demo }) => {
    const url = `${demo.url}/?client=${client}`;
    await page.route(url, async (route) => {
      const response = await route.fetch();
      const policy = response
        .headers()
        ["content-security-policy"]!.replace(
          missing,
          missing.source.includes("frame")
            ? "frame-src 'none'"
            : missing.source.includes("trusted")
              ? "trusted-types 'none'"
              : "",
        );
      await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": policy } });
    });
    await page.goto(url);
    const button = page.locator("main button.human-connect-button").first();
    await button.click();
    await expect(button).toHaveAttribute("data-status", "error");
    await expect(page.getByTestId("state")).toContainText(code);
    await expect(page.getByTestId("state")).toContainText(/frame-src http|script-src http|trusted-types human-connect/);
  });
}

test("without the vendor's script, the policy of a page that allows no other script is enough", async ({
  demoPage,
  page,
}) => {
  await page.goto(`${demoPage.demo.url}/?client=direct`);
  const strict = toPolicyHeader(
    { "default-src": ["'none'"], "script-src": ["'self'"], "style-src": ["'self'"], "img-src": ["'self'"] },
    contentSecurityPolicy({ client: "direct", baseUrl: demoPage.demo.sandbox.connectUrl }),
    { "require-trusted-types-for": ["'script'"], "trusted-types": ["vue"] },
  );
  // In addition to the demo's own policy, which allows the vendor's script as well.
  await page.evaluate((content) => {
    document.head.append(
      Object.assign(document.createElement("meta"), { httpEquiv: "content-security-policy", content }),
    );
  }, strict);
  await demoPage.open();
  await demoPage.connectProvider("Applefen Pharmacy");
  expect(await page.evaluate(() => "HumanConnect" in window)).toBe(false);
});

test("the browser gets the grant and nothing else", async ({ demoPage, page, request }) => {
  await demoPage.goto();
  const grant = page.waitForResponse((response) => response.url().includes("/api/human-connect/token"));
  await demoPage.open();
  const response = await grant;
  expect(Object.keys((await response.json()) as object).toSorted()).toEqual(["expires_in", "session_token"]);
  expect(response.headers()["cache-control"]).toBe("no-store");
  const crossSite = await request.post(response.url(), {
    headers: { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" },
  });
  expect(crossSite.status()).toBe(403);
});

test("no bundle of the demo holds the client secret, and no token is kept in the browser", async ({
  demoPage,
  page,
}) => {
  const texts: string[] = [];
  page.on("response", async (response) => {
    if (
      response.url().startsWith(demoPage.demo.url) &&
      /javascript|html/.test(response.headers()["content-type"] ?? "")
    )
      texts.push(await response.text());
  });
  await page.goto(`${demoPage.demo.url}/?client=npm`);
  const answer = page.waitForResponse((response) => response.url().includes("/api/human-connect/token"));
  await demoPage.open();
  const { session_token } = (await (await answer).json()) as { session_token: string };
  expect(texts.length).toBeGreaterThan(2);
  expect(texts.filter((text) => text.includes(demoPage.demo.sandbox.clientSecret))).toEqual([]);
  const kept = await page.evaluate(() =>
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie, location.href]),
  );
  expect(kept).not.toContain(session_token);
});
