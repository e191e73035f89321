// The rows by which the kit is judged: this build, an older one, the peers, and the goal. Pure.
import { formatBytes, formatRatio } from "./format.mjs";

/**
 * `now`, `base`: a number, or undefined where it was not measured. `goal`: the most that is wanted. `beside`: what others have.
 *
 * @typedef {{ what: string, now?: number, base?: number, goal?: number, beside: string, format: (value: number) => string }} Row
 *
 * @param {object} results As `bench/main.mjs` writes them.
 * @returns {Row[]}
 */
export function listRows(results) {
  return [
    ...(results.bytes ? listBytes(results.bytes) : []),
    ...(results.click ? listClicks(results.click) : []),
    ...(results.load ? listLoads(results.load) : []),
    ...(results.mount ? listMounts(results.mount) : []),
    ...(results.messages ? listMessages(results.messages) : []),
    ...(results.sessions ? listSessions(results.sessions) : []),
    ...(results.normalise ? listNormalise(results.normalise) : []),
    ...(results.server ? listServer(results.server) : []),
  ];
}

/** Whether a goal is reached; undefined without a goal or a figure. @param {Row} row */
export function isReached({ now, goal, isAtLeast }) {
  if (goal === undefined || now === undefined) return undefined;
  return isAtLeast ? now >= goal : now <= goal;
}

function listBytes({ kit, peers, floor, vendor }) {
  const row = (what, name, part, goal, beside = "") => ({
    what: `${what}, bytes`,
    now: kit.this[name]?.[part],
    base: kit.base?.[name]?.[part],
    goal,
    beside,
    format: formatBytes,
  });
  const show = (...names) => names.map((name) => `${name} ${formatBytes(peers[name])}`).join(" · ");
  const hooks = [
    "react-plaid-link",
    "@marsidev/react-turnstile",
    "@tryfinch/react-connect",
    "@mergeapi/react-merge-link",
  ];
  const large = ["@paypal/react-paypal-js", "@hcaptcha/react-hcaptcha", "@stripe/react-stripe-js"];
  return [
    row("React button, before intent", "react", "eager", 2000, show(...hooks)),
    row("React button, everything ever loaded", "react", "all", 9000, show(...large)),
    row("core, before intent", "core", "eager", 1200, `script loader by hand ${formatBytes(floor)}`),
    row("core, everything", "core", "all", 8000),
    row("Vue button, before intent", "vue", "eager", 2200),
    row("human-connect.js", "human-connect.js", "all", 13_500),
    row(
      "core and the vendor's client, until Connect opens",
      "together",
      "all",
      undefined,
      `client alone ${formatBytes(vendor)}`,
    ),
    row(
      "core with directClient(), until Connect opens",
      "direct",
      "all",
      10_000,
      `client alone ${formatBytes(vendor)}`,
    ),
    row("normalizeSession", "normalizeSession", "all", 500),
    row("stylesheet", "styles.css", "all", 1500),
  ];
}

/** Goals of each way, by network; on a processor of full speed. */
const clickGoals = {
  cold: { what: "kit, nothing prepared, × of script and token on the click", "slow 4G": 0.82, cable: 0.82 },
  press: { what: "the same, finger down 80 ms before" },
  direct: { what: "the same with directClient()", "slow 4G": 0.66, cable: 0.66 },
  intent: { what: "kit, intent 300 ms before, × of script and token on the click", "slow 4G": 0.7, cable: 0.75 },
  directIntent: { what: "the same with directClient()" },
  prepared: {
    what: "kit with prefetchToken, intent 2 s before, × of everything already there",
    "slow 4G": 0.85,
    cable: 0.88,
  },
  prefetch: { what: "the same, intent 300 ms before" },
};

function listClicks(click) {
  return Object.entries(clickGoals).flatMap(([way, { what, ...goals }]) =>
    Object.entries(click)
      .filter(([, ways]) => ways[way])
      .map(([condition, ways]) => ({
        what: `click → Connect loaded: ${what} (${condition})`,
        now: ways[way].ratio.median,
        base: ways[`${way}-base`]?.ratio.median,
        goal: condition.endsWith(" 1×") ? goals[condition.split(",")[0]] : undefined,
        beside: "1.00",
        format: formatRatio,
      })),
  );
}

function listLoads(load) {
  return Object.entries(load).flatMap(([condition, pages]) => {
    const row = (what, pick, goal, format, beside = "") => ({
      what: `${what} (${condition})`,
      now: pick(pages.kit),
      base: pages["kit-base"] && pick(pages["kit-base"]),
      goal,
      beside,
      format,
    });
    return [
      row(
        "first paint, × of a page without the kit",
        ({ ratio }) => ratio.firstPaint.median,
        1.02,
        formatRatio,
        "1.00",
      ),
      row("largest paint, × of a page without the kit", ({ ratio }) => ratio.lcp.median, 1.02, formatRatio, "1.00"),
      row("requests to other origins before intent", ({ foreign }) => foreign.median, 0, formatBytes),
      row(
        "bytes that the button adds to a page, stylesheet included",
        ({ added }) => added.bytes.median,
        undefined,
        formatBytes,
      ),
      row(
        "main thread before the click, ms that the button adds",
        ({ added }) => added.mainThread.median,
        undefined,
        formatRatio,
      ),
      row("long tasks that the button adds", ({ added }) => added.longTasks.median, 0, formatBytes),
    ];
  });
}

function listMounts(mount) {
  const show = (ways, names) => names.map((name) => `${name} ${formatRatio(ways[name].ratio.median)}`).join(" · ");
  const rows = [
    [
      "react",
      "1,000 React buttons, mount, × of plain ones",
      1.4,
      show(mount.react, ["hook", "plaid", "merge", "finch"]),
    ],
    ["vue", "1,000 Vue buttons, mount, × of plain ones", 1.6, show(mount.vue, ["hook"])],
    [
      "element",
      "1,000 elements, mount, × of a vanilla one with a cloned shadow",
      1.8,
      show(mount.element, ["reactive", "lit"]),
    ],
  ];
  const own = ({ kit, "kit-base": base }, pick) => ({ now: pick(kit), base: base && pick(base) });
  return rows.flatMap(([face, what, goal, beside]) => [
    { what, ...own(mount[face], ({ ratio }) => ratio.median), goal, beside, format: formatRatio },
    {
      what: `${what.split(",").slice(0, 2).join(",")}, bytes of heap each`,
      ...own(mount[face], ({ heap }) => heap.median),
      goal: face === "vue" ? 4096 : undefined,
      beside: `plain ${formatBytes(mount[face].plain.heap.median)}`,
      format: formatBytes,
    },
  ]);
}

function listMessages(messages) {
  const microseconds = ({ microseconds: { median } }) => median;
  const beside = `Finch ${formatRatio(microseconds(messages.finch))} µs, ${messages.finch.listeners} listeners`;
  return ["react", "vue", "element"].flatMap((face) => [
    {
      what: `message that is not the kit's, 1,000 buttons (${face}), µs`,
      now: microseconds(messages[face]),
      base: messages[`${face}-base`] && microseconds(messages[`${face}-base`]),
      goal: 2,
      beside,
      format: formatRatio,
    },
    {
      what: `listeners for messages, 1,000 buttons (${face})`,
      now: messages[face].listeners,
      base: messages[`${face}-base`]?.listeners,
      goal: 0,
      beside: "",
      format: formatBytes,
    },
  ]);
}

function listSessions({ cycles, kit, "kit-base": base, floor, vendor }) {
  const left = ({ listeners, nodes, frames }) => listeners + nodes + frames;
  return [
    {
      what: `heap, ${cycles} sessions, bytes a session`,
      now: kit.slope,
      base: base?.slope,
      goal: 40,
      beside: `by hand ${formatBytes(floor.slope)} · vendor ${formatBytes(vendor.slope)}`,
      format: formatBytes,
    },
    {
      what: `listeners, nodes and frames left after ${cycles} sessions`,
      now: left(kit),
      base: base && left(base),
      goal: 0,
      beside: `by hand ${left(floor)} · vendor ${left(vendor)}`,
      format: formatBytes,
    },
  ];
}

function listNormalise({ kit, "kit-base": base, valibot, zod }) {
  const ratio = (name) => formatRatio(name.ratio.median);
  return [
    {
      what: "normalizeSession, 1,000 sources, × of a normaliser by hand",
      now: kit.ratio.median,
      base: base?.ratio.median,
      goal: 3,
      beside: `valibot ${ratio(valibot)} · zod-mini ${ratio(zod)}`,
      format: formatRatio,
    },
  ];
}

function listServer({ this: now, base }) {
  const row = (what, path, goal) => ({
    what: `token endpoint, ${what}, requests a second, × of a bare handler`,
    now: now.paths[path]?.ofBare,
    base: base?.paths[path]?.ofBare,
    goal,
    isAtLeast: true,
    beside: "1.00",
    format: formatRatio,
  });
  return [row("a token in memory", "memory", 0.6), row("a token in Redis", "redis", 0.35)];
}
