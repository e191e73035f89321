import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { readPlaces } from "../../scripts/secrets-machine.mjs";
import { findPackageLeaks } from "../../scripts/secrets-package.mjs";
import { type Allowed, findTreeLeaks } from "../../scripts/secrets-tree.mjs";
import { createCustomer, packageNames, workspace, type Customer } from "./customer.ts";

let customer: Customer;
beforeAll(async () => {
  customer = await createCustomer();
});
afterAll(() => customer?.remove());

describe.each(packageNames)("the tarball of %s", (name) => {
  it("holds no token, no secret and no place of the machine, in its maps neither", () => {
    const { files, maps, faults } = findPackageLeaks(customer.packageFolder(name), readPlaces());

    expect(faults).toEqual([]);
    expect(files).toBe(customer.files(name).length);
    expect(maps).toBeGreaterThan(0);
  });
});

const hex = "0123456789abcdef";
const letters = "Ab1".repeat(20);

/** Put together here, so that this file is no fault itself. */
const plants: [string, string, string][] = [
  [
    "a JSON web token",
    "dist/index.js",
    `const t = "${["eyJhbGciOiJIUzI1NiJ9", "eyJzdWIiOiIxMjM0In0", "c2lnbmVk"].join(".")}";`,
  ],
  ["a refresh token of Human API", "README.md", `id_refresh_token: idrt${"-"}${letters}`],
  ["a refresh token of Human API", "src/index.ts", `// atrt${"-"}${letters}`],
  ["40 hexadecimal digits", "custom-elements.json", JSON.stringify({ default: `${hex}${hex}01234567` })],
  ["40 hexadecimal digits", "dist/index.js", `f("${(hex + hex).toUpperCase()}01234567")`],
  ["a key of Human API", "dist/index.d.ts", `/** hapi${"_"}${letters} */`],
  ["a client secret", "dist/index.js", `({ client${"Secret"}: "not-the-one-of-the-sandbox" })`],
  ["a bearer token", "README.md", `authorization: Bearer${" "}${letters}`],
  ["a private key", "dist/index.js", ["-----BEGIN", "EC PRIVATE", "KEY-----"].join(" ")],
  ["a token of npm", "package.json", JSON.stringify({ token: `npm${"_"}${letters.slice(0, 36)}` })],
  ["a registry's token", ".npmrc", `//npm.example/:_auth${"Token"}=x1`],
  ["a token of GitHub", "src/index.ts", `"ghp${"_"}${letters.slice(0, 36)}"`],
  ["a key of AWS", "src/index.ts", `"AK${"IA"}ABCDEFGHIJKLMNOP"`],
  ["a URL with a password", "README.md", `https:${"//"}somebody:hunter2hunter2@api.example`],
  [
    "somebody's home directory",
    "dist/index.js.map",
    JSON.stringify({ sources: ["a.ts"], sourcesContent: ["/ho" + "me/jo/x.ts"] }),
  ],
  ["somebody's home directory", "src/index.ts", `"C:${"\\\\"}Users${"\\\\"}jo"`],
  ["a file of the machine", "dist/index.js", `import "file:${"///"}srv/x.js";`],
  ["a package registry", "package.json", JSON.stringify({ url: `https://registry${"."}npmjs.org/x.tgz` })],
  ["a place of this machine", "dist/index.js", `// ${workspace}/packages/core/src/index.ts`],
  [
    "a place of this machine",
    "dist/index.d.ts.map",
    JSON.stringify({ sources: ["a.ts"], sourcesContent: [workspace] }),
  ],
  ["a place of this machine", "README.md", join(homedir(), "notes")],
  ["which is no relative path", "dist/index.d.ts.map", JSON.stringify({ sources: ["/srv/build/src/index.ts"] })],
  ["which is no relative path", "dist/index.js.map", JSON.stringify({ sources: [pathToFileURL("/srv/a.ts").href] })],
  [
    "which is no relative path",
    "dist/index.js.map",
    JSON.stringify({ sources: ["a.ts"], sourceRoot: "webpack://kit/" }),
  ],
  ["which is no relative path", "dist/index.js.map", JSON.stringify({ sources: [String.raw`D:\build\index.ts`] })],
];

/** @returns A folder with these files, until the test has ended. */
function createFolder(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "secrets-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

describe("what looks through a tarball", () => {
  it.each(plants)("finds %s in %s, says where, and does not repeat it", (what, file, planted) => {
    const folder = createFolder({ "dist/other.js": "export const sound = 1;\n", [file]: `\n${planted}` });

    const { faults } = findPackageLeaks(folder, readPlaces());

    expect(faults).toContainEqual(expect.stringContaining(what));
    expect(faults.every((fault) => fault.startsWith(`${file}: `))).toBe(true);
    expect(faults.join()).not.toContain(letters.slice(0, 36));
    expect(faults.join()).not.toContain(hex);
  });

  it.each([
    ["a relative source", "dist/index.js.map", JSON.stringify({ sources: ["../src/index.ts"], file: "index.js" })],
    ["the sandbox's secret", "dist/index.js", `({ clientSecret: ${JSON.stringify("sandbox-client-secret")} })`],
    ["stand-ins of refresh tokens", "README.md", "`idrt-…`, `atrt-1`"],
    ["a hash", "dist/index.js.sri", `sha384-${"Ab1/".repeat(16)}`],
    ["an id of a source", "README.md", hex + hex.slice(0, 8)],
    ["the vendor's own addresses", "README.md", "https://hapi-connect.humanapi.co, hapi-connect-disconnect-source"],
  ])("takes no offence at %s", (_, file, text) => {
    expect(findPackageLeaks(createFolder({ [file]: text }), readPlaces()).faults).toEqual([]);
  });
});

describe("what looks through the repository", () => {
  const secret = `client${"Secret"}: "${["a-secret", "of-nobody", "at-all"].join("-")}"`;
  const ignore = "node_modules/\n*.log\n";

  it("finds a fault in any file but ignored ones, with its line", () => {
    const folder = createFolder({
      ".gitignore": ignore,
      "docs/page.md": `\n\n${secret}`,
      "node_modules/a/index.js": secret,
      "out.log": secret,
      "sound.ts": "export {};",
    });

    expect(findTreeLeaks(folder, { allowed: [] })).toEqual({
      files: 3,
      faults: ["docs/page.md:3: a client secret"],
    });
  });

  it("lets pass what is allowed in that file alone, and names what is allowed for nothing", () => {
    const folder = createFolder({ ".gitignore": ignore, "a.ts": secret, "b.ts": secret });
    const allow = (file: RegExp): Allowed => ({ file, text: /of-nobody/, why: "a test" });

    expect(findTreeLeaks(folder, { allowed: [allow(/^a/)] }).faults).toEqual(["b.ts:1: a client secret"]);
    expect(findTreeLeaks(folder, { allowed: [allow(/\.ts$/), allow(/^c/)] }).faults).toEqual([
      "/^c/ is allowed what is not there any more (a test)",
    ]);
  });
});
