// Charts in SVG: horizontal bars, in the colours of the reader's scheme. Pure.

const [width, labelWidth, barHeight, gap, top] = [760, 330, 20, 8, 56];
const barWidth = width - labelWidth - 90;

/** Contrast of text is above 7:1 in both schemes, of bars above 3:1. */
const style = `
    text { font: 13px system-ui, sans-serif; fill: #1f2328 }
    .title { font-weight: 600; font-size: 15px }
    .note { fill: #59636e }
    .bar { fill: #6e7781 }
    .own { fill: #0a6ebd }
    .goal { stroke: #bc4c00; stroke-width: 2; stroke-dasharray: 4 3 }
    @media (prefers-color-scheme: dark) {
      text { fill: #f0f6fc }
      .note { fill: #9198a1 }
      .bar { fill: #8b949e }
      .own { fill: #4ea1f3 }
      .goal { stroke: #f0883e }
    }`;

/**
 * @param {{ title: string, note: string, bars: { label: string, value: number, isOwn?: boolean, goal?: number }[], format: (value: number) => string }} chart
 * `isOwn`: a bar of the kit. `goal`: a mark across its bar.
 * @returns {string} An SVG file. Shorter bars are better.
 */
export function drawBars({ title, note, bars, format }) {
  const most = Math.max(...bars.flatMap(({ value, goal = 0 }) => [value, goal])) || 1;
  const height = top + bars.length * (barHeight + gap) + gap;
  const scale = (value) => Math.round((value / most) * barWidth * 10) / 10;
  const rows = bars.map(({ label, value, isOwn, goal }, at) => {
    const y = top + at * (barHeight + gap);
    const text = y + 15;
    return [
      `  <text x="${labelWidth - 10}" y="${text}" text-anchor="end">${escape(label)}</text>`,
      `  <rect class="${isOwn ? "own" : "bar"}" x="${labelWidth}" y="${y}" width="${scale(value)}" height="${barHeight}" rx="2" />`,
      `  <text x="${labelWidth + scale(value) + 6}" y="${text}">${format(value)}</text>`,
      ...(goal === undefined
        ? []
        : [
            `  <line class="goal" x1="${labelWidth + scale(goal)}" x2="${labelWidth + scale(goal)}" y1="${y - 3}" y2="${y + barHeight + 3}" />`,
          ]),
    ].join("\n");
  });
  const described = bars.map(({ label, value }) => `${label} ${format(value)}`).join(", ");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title description">
  <title id="title">${escape(title)}</title>
  <desc id="description">${escape(described)}</desc>
  <style>${style}
  </style>
  <text class="title" x="10" y="22">${escape(title)}</text>
  <text class="note" x="10" y="42">${escape(note)}</text>
${rows.join("\n")}
</svg>
`;
}

const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (text) => text.replaceAll(/[&<>"]/g, (sign) => entities[sign]);
