/** Messages that a careless page could send: none of them has a meaning for the vendor's client. */
export const junkMessages: readonly unknown[] = [
  null,
  5,
  "text",
  [],
  {},
  { type: 5 },
  { type: ["x"] },
  { type: "hapi-connect-ready" },
  { type: "hapi-connect-error", error: { code: "E_SANDBOX", message: "Nothing is wrong." } },
  JSON.stringify({ type: "hapi-connect-finish", token: {} }),
  { type: "sandbox-nested", tree: nest(40) },
];

function nest(depth: number): unknown {
  let tree: unknown = { leaf: true };
  for (let level = 0; level < depth; level += 1) tree = { level, branch: tree, width: [level, level, level] };
  return tree;
}
