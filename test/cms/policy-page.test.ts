import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { contentSecurityPolicy, toPolicyHeader } from "@human-connect/server";
import { expect, it } from "vitest";
import { at } from "../../alias.ts";

const page = readFileSync(at("docs/content-security-policy.md"), "utf8");
const lines = [...page.matchAll(/^```\n(.+)\n```$/gm)].map(([, line]) => line);
const none = { "default-src": ["'none'"] };
const self = { ...none, "script-src": ["'self'"], "style-src": ["'self'"] };
const nonce = "R4nd0m";

it("the page on policies says what the server package writes", () => {
  const { "require-trusted-types-for": required, "trusted-types": names } = contentSecurityPolicy({
    trustedTypes: true,
  });

  expect(lines).toEqual([
    toPolicyHeader(self, contentSecurityPolicy({ client: "cdn" })),
    toPolicyHeader(
      { ...none, "script-src": [], "style-src": [`'nonce-${nonce}'`] },
      contentSecurityPolicy({ client: "cdn", nonce }),
    ),
    toPolicyHeader(self, contentSecurityPolicy({ client: "npm" })),
    toPolicyHeader({ "require-trusted-types-for": required!, "trusted-types": names! }),
  ]);
  for (const client of ["direct", "global"] as const)
    expect(contentSecurityPolicy({ client })).toEqual(contentSecurityPolicy({ client: "npm" }));
});

it("the page on policies has the hashes of the vendor's builds as npm has them", () => {
  const { resolve } = createRequire(import.meta.url);
  const builds = { "2.3.1": "humanapi-connect-client-2.3", "2.4.1": "humanapi-connect-client" };
  const rows = Object.entries(builds).map(([version, name]) => {
    const hash = createHash("sha384")
      .update(readFileSync(resolve(name)))
      .digest("base64");
    return `| ${version} | \`sha384-${hash}\` |`;
  });

  expect(page.replaceAll(/ +/g, " ").match(/^\| 2\.\d.*$/gm)).toEqual(rows);
});
