import { fileURLToPath } from "node:url";

export const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Workspace packages resolve to their sources in Vite and Vitest alike, so nothing stale is ever bundled. */
export const alias: { find: RegExp; replacement: string }[] = [
  { find: /^@human-connect\/(core|react|vue)\/styles\.css$/, replacement: at("packages/core/src/styles.css") },
  { find: /^@human-connect\/element\/(define|links|npm)$/, replacement: `${at("packages/element/src/")}$1.ts` },
  { find: /^@human-connect\/sandbox\/(browser|playwright)$/, replacement: `${at("packages/sandbox/src/")}$1.ts` },
  { find: /^@human-connect\/server\/(humanity|node)$/, replacement: `${at("packages/server/src/")}$1.ts` },
  { find: /^@human-connect\/core\/(languages\/[\w-]+)$/, replacement: `${at("packages/core/src/")}$1.ts` },
  { find: /^@human-connect\/core\/(\w+)$/, replacement: `${at("packages/core/src/")}$1.ts` },
  {
    find: /^@human-connect\/(core|element|react|sandbox|server|vue)$/,
    replacement: `${at("packages/")}$1/src/index.ts`,
  },
];

/** Which of its parts Vue leaves out of a bundle. */
export const vueFlags: Record<string, string> = {
  __VUE_OPTIONS_API__: "false",
  __VUE_PROD_DEVTOOLS__: "false",
  __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
};
