/** SVG files of docs/bench, by name. */
export function drawCharts(results: object): Record<string, string>;
