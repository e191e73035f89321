// The charts of docs/performance.md. Pure.
import { drawBars } from "./chart.mjs";
import { formatBytes, formatMs, formatRatio } from "./format.mjs";
import { ways } from "../click/ways.mjs";

/**
 * @param {object} results As `bench/main.mjs` writes them.
 * @returns {Record<string, string>} SVG files of docs/bench, by name.
 */
export function drawCharts({ bytes, click, mount }) {
  return {
    ...(bytes && { "bytes.svg": drawBytes(bytes) }),
    ...(click && { "click.svg": drawClick(click["slow 4G, 1×"]) }),
    ...(mount && { "mount.svg": drawMount(mount) }),
  };
}

function drawBytes({ kit, peers }) {
  const own = [
    { label: "React button, before intent", value: kit.this.react.eager, goal: 2000, isOwn: true },
    { label: "React button, everything", value: kit.this.react.all, goal: 9000, isOwn: true },
    { label: "Vue button, before intent", value: kit.this.vue.eager, goal: 2200, isOwn: true },
  ];
  const others = Object.entries(peers)
    .filter(([name]) => /react-|vital/.test(name))
    .map(([label, value]) => ({ label, value }));
  return drawBars({
    title: "Bytes in a page's bundle",
    note: "Rolldown, minified, brotli; framework external. Blue: the kit; dashed: its goal.",
    bars: [...own, ...others.toSorted((one, other) => one.value - other.value)],
    format: formatBytes,
  });
}

function drawClick(results) {
  const bars = Object.entries(ways)
    .filter(([way]) => results[way])
    .map(([way, { name }]) => ({ label: name, value: results[way].loaded.median, isOwn: /kit/.test(name) }));
  return drawBars({
    title: "From the click until Connect has loaded, ms",
    note: "Slow 4G: 150 ms round trip, 1.6 Mbit/s; a token takes 200 ms, the Connect page 100 ms.",
    bars: bars.toSorted((one, other) => one.value - other.value),
    format: formatMs,
  });
}

function drawMount({ react, vue, element }) {
  const bar = (label, { ratio }, more) => ({ label, value: ratio.median, ...more });
  return drawBars({
    title: "Mounting 1,000 buttons, × of plain ones",
    note: "Time of the main thread, style and layout included. Dashed: the goal.",
    bars: [
      bar("React: the kit's button", react.kit, { isOwn: true, goal: 1.4 }),
      bar("React: the kit's hook", react.hook, { isOwn: true }),
      bar("React: react-plaid-link", react.plaid),
      bar("React: @mergeapi/react-merge-link", react.merge),
      bar("React: @tryfinch/react-connect", react.finch),
      bar("Vue: the kit's button", vue.kit, { isOwn: true, goal: 1.6 }),
      bar("Vue: the kit's composable", vue.hook, { isOwn: true }),
      bar("<human-connect-button>", element.kit, { isOwn: true, goal: 1.8 }),
      bar("@lit/reactive-element", element.reactive),
      bar("lit", element.lit),
    ],
    format: formatRatio,
  });
}
