/** One button from its first state to its last. */
const lives = [
  ["idle", "loading", "open", "failed", "fails-while-open"].map((state) => `connect-button--${state}`),
  ["one", "loading", "failed"].map((state) => `connect-card--${state}`),
  ["idle", "open", "failed"].map((state) => `inline--${state}`),
];

/** Whether the button keeps its box from one state to the next, in every surrounding. */
export function compareBoxes(surroundings, pictures) {
  const rows = [];
  const moved = [];
  for (const { name } of surroundings)
    for (const life of lives) {
      const boxes = life.flatMap((story) => {
        const { box } = pictures.find((each) => each.story === story && each.surrounding === name) ?? {};
        return box ? [{ state: story.split("--")[1], text: write(box) }] : [];
      });
      if (boxes.length < 2) continue;
      const kind = life[0].split("--")[0];
      const isStill = boxes.every(({ text }) => text === boxes[0].text);
      const states = boxes.map(({ state }) => state).join(", ");
      rows.push(
        `${name.padEnd(16)}${kind.padEnd(16)}${isStill ? `${boxes[0].text} in ${states}` : boxes.map(({ state, text }) => `${state} ${text}`).join("; ")}`,
      );
      if (!isStill) moved.push(`${kind} · ${name}: the button's box changes between ${states}`);
    }
  return { table: rows.join("\n"), moved };
}

const write = ({ x, y, width, height }) =>
  `${[width, height].map((each) => each.toFixed(1)).join("×")} at ${[x, y].map((each) => each.toFixed(1)).join(",")}`;
