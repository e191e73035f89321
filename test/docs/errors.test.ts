import type { HumanConnectErrorCode } from "@human-connect/core";
import { expect, it } from "vitest";
import { readText } from "./repository-files.ts";

/** The compiler refuses this when a code is missing, or is none. */
const codes: Record<HumanConnectErrorCode, true> = {
  "token-failed": true,
  "token-timeout": true,
  "token-malformed": true,
  "token-missing": true,
  "token-invalid": true,
  "token-expired": true,
  "token-exposed": true,
  "client-failed": true,
  "client-timeout": true,
  "client-blocked": true,
  "client-malformed": true,
  "widget-busy": true,
  "widget-blocked": true,
  "widget-failed": true,
  "widget-timeout": true,
  "widget-removed": true,
  offline: true,
  "invalid-option": true,
  "no-dom": true,
};

it("docs/errors.md says of every code, in this order, what happened and what to do", () => {
  const rows = [...readText("docs/errors.md").matchAll(/^\| `([\w-]+)` \| ([^|]+\.) \| ([^|]+\.) \|$/gm)];

  expect(rows.map(([, code]) => code)).toEqual(Object.keys(codes));
});
