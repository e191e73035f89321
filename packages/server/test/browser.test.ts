import { readFileSync } from "node:fs";
import { rolldown } from "rolldown";
import { describe, expect, it } from "vitest";
import * as server from "../src/index.js";

const guard = /client_secret/;

/** What a bundler makes of a module that uses the package, as it was built. */
async function bundle(conditionNames: string[], code: string): Promise<string> {
  const bundled = await rolldown({
    input: "entry",
    // Or it would add conditions of its own.
    platform: "neutral",
    resolve: { conditionNames },
    plugins: [
      {
        name: "entry",
        resolveId: (id) => (id === "entry" ? `${import.meta.dirname}/entry.js` : undefined),
        load: (id) => (id.endsWith("/entry.js") ? code : undefined),
      },
    ],
  });
  const { output } = await bundled.generate({ format: "es" });
  await bundled.close();
  return output.map((chunk) => (chunk.type === "chunk" ? chunk.code : "")).join("\n");
}

const used = `import { createHumanApi } from "@human-connect/server"; createHumanApi({});`;

describe("in a bundle for browsers the package", () => {
  it("is a guard that throws, and says what to do", async () => {
    await expect(import("../src/browser.js")).rejects.toThrow(/client_secret.*server code only/);
  });

  it("has the names of the real one, so that bundlers get as far as the guard", () => {
    const names = [
      ...readFileSync(new URL("../src/browser.ts", import.meta.url), "utf8").matchAll(/^export const (\w+)/gm),
    ];

    expect(names.map(([, name = ""]) => name).toSorted()).toEqual(Object.keys(server).toSorted());
  });

  it("is nothing but that guard", async () => {
    const code = await bundle(["browser", "import", "default"], used);

    expect(code).toMatch(guard);
    expect(code).not.toMatch(/humanapi\.co|client_user_id|A256GCM/);
    await expect(import(`data:text/javascript,${encodeURIComponent(code)}`)).rejects.toThrow(guard);
  });

  it("leaves nothing behind where it is not used", async () => {
    const code = await bundle(
      ["browser", "import"],
      `import { createHumanApi } from "@human-connect/server"; globalThis.used = 1;`,
    );

    expect(code.trim()).toMatch(/^(\/\/.*\s*)*globalThis\.used = 1;(\s*export \{\s*\};)?$/);
  });
});

describe("on a server the package", () => {
  it.each([
    ["Node", ["node", "import"]],
    ["Cloudflare Workers", ["workerd", "worker", "browser", "import"]],
    ["an edge runtime", ["edge-light", "browser", "import"]],
    ["Deno", ["deno", "browser", "import"]],
    ["Bun", ["bun", "browser", "import"]],
    ["anything else", ["import"]],
  ])("is itself: %s", async (_, conditionNames) => {
    const code = await bundle(conditionNames, used);

    expect(code).toMatch(/client_user_id/);
    expect(code).not.toMatch(/from "node:|require\(/);
  });
});
