import { expect, it } from "vitest";
import { readStart } from "../starts/read-start.ts";

const fence = (info: string, ...lines: string[]): string => ["```" + info, ...lines, "```", ""].join("\n");

it("reads what a reader does", () => {
  const text = [
    fence("sh", "npm init -y", "npm install vite"),
    "`src/main.ts`\n",
    fence("ts", "run();"),
    fence("sh server", "npx vite"),
    "Open <http://localhost:5173>.",
  ].join("\n");

  expect(readStart(text)).toEqual({
    commands: ["npm init -y", "npm install vite"],
    files: new Map([["src/main.ts", "run();\n"]]),
    servers: ["npx vite"],
    address: "http://localhost:5173",
  });
});

it("refuses a block that a reader has no place for, and a start without a page", () => {
  expect(() => readStart(fence("ts", "run();"))).toThrow("no path above it");
  expect(() => readStart(fence("sh", "npx vite"))).toThrow("names no page to open");
});
