import {
  HumanConnectError,
  normalizeSession,
  type HumanConnectState,
  type Labels,
  type Language,
} from "@human-connect/core";
import { afterEach, expect, it } from "vitest";
import { page } from "vitest/browser";
import { buttonTree, type ButtonView } from "../../src/tree/button-tree.js";
import { cardTree } from "../../src/tree/card-tree.js";
import { elementStyles } from "../../src/tree/element-styles.js";
import { listTree } from "../../src/tree/list-tree.js";
import { renderTree, type TreeNode } from "../../src/tree/render-tree.js";
import { statusTree } from "../../src/tree/status-tree.js";
import { languages } from "../../../core/test/languages/all-languages.js";
import { describeState } from "../../../core/src/words/describe-state.js";

const known = [
  { id: "a", name: "Alderwick Clinic" },
  { id: "b", name: "Quest Diagnostics (New York)" },
];
const session = normalizeSession({
  sessionResults: { connectedSources: [known[0]], disconnectedSources: [{ id: "c", name: "Applefen Pharmacy" }] },
  requestedProviders: [{ healthSystem: "Birchwood Hospital" }],
  currentConnections: known,
})!;

/** Every state, and every reason of a failure. */
function statesIn({ labels }: Language): HumanConnectState[] {
  const errors = Object.keys(labels).filter((name) => name.startsWith("error")) as (keyof Labels)[];
  return [
    { status: "idle", currentConnections: [] },
    { status: "idle", currentConnections: known.slice(1) },
    { status: "idle", currentConnections: known },
    { status: "loading", currentConnections: [] },
    { status: "open", session, currentConnections: known },
    { status: "closed", reason: "finished", session, currentConnections: known },
    ...errors.map((name): HumanConnectState => {
      const error = new HumanConnectError("offline", name, { userMessage: labels[name] as string });
      return { status: "error", error, currentConnections: known };
    }),
  ];
}

const shapes: Record<string, [width: number, draw: (view: ButtonView) => readonly TreeNode[]]> = {
  button: [288, buttonTree],
  "inline button": [288, (view) => buttonTree({ ...view, isInline: true })],
  card: [288, (view) => cardTree({ ...view, headingLevel: 2, hasHeading: true, hasPrivacy: true })],
  list: [288, ({ state, words }) => [listTree({ state, words, isDetailed: true })]],
  status: [288, ({ state, words }) => [statusTree(state, describeState(state, words), false)]],
};

const sheet = new CSSStyleSheet();
sheet.replaceSync(elementStyles("block"));

afterEach(async () => {
  document.body.replaceChildren();
  document.documentElement.removeAttribute("style");
  await page.viewport(414, 896);
});

/** What is wider than its box. */
function findFaults(root: ShadowRoot, name: string): string[] {
  const { left, right } = root.host.getBoundingClientRect();
  return [...root.querySelectorAll<HTMLElement>("*")].flatMap((element) => {
    if (!element.checkVisibility({ visibilityProperty: true })) return [];
    if (element.closest(".human-connect-live, .human-connect-room")) return [];
    const box = element.getBoundingClientRect();
    const range = new Range();
    range.selectNodeContents(element);
    const text = range.getBoundingClientRect();
    const over = Math.max(left - box.left, box.right - right, left - text.left, text.right - right);
    return over > 0.5 ? [`${name}: ${element.className} "${element.textContent}" by ${over}`] : [];
  });
}

it.each([
  [320, "100%"],
  [320, "200%"],
])("fits every text of every face on a phone of %i px with text of %s, in every language", async (width, fontSize) => {
  await page.viewport(width, 640);
  document.documentElement.style.fontSize = fontSize;
  const host = document.body.appendChild(document.createElement("div"));
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheet];
  const faults: string[] = [];
  for (const [name, language] of languages)
    for (const state of statesIn(language))
      for (const [shape, [room, draw]] of Object.entries(shapes)) {
        host.lang = name;
        host.dir = name === "ar" ? "rtl" : "ltr";
        host.style.inlineSize = `${room}px`;
        renderTree(root, draw({ state, words: language, isDisabled: false, label: "", isInline: false, said: "" }));
        faults.push(...findFaults(root, `${name}, ${shape}, ${state.status}`));
      }

  expect(faults).toEqual([]);
});

/** The place of a sign in the text of an element. */
function placeOf(element: Element, sign: string): DOMRect {
  const text = element.firstChild as Text;
  const range = new Range();
  range.setStart(text, text.data.indexOf(sign));
  range.setEnd(text, text.data.indexOf(sign) + 1);
  return range.getBoundingClientRect();
}

it.each([true, false])(
  "keeps the bracket at the end of a name from left to right, in Arabic; in detail: %s",
  (isDetailed) => {
    const host = document.body.appendChild(document.createElement("div"));
    host.dir = "rtl";
    host.style.inlineSize = "380px";
    const root = host.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    const state: HumanConnectState = { status: "idle", currentConnections: known.slice(1) };

    renderTree(root, [listTree({ state, words: languages.get("ar")!, isDetailed })]);

    const name = root.querySelector(isDetailed ? ".human-connect-source-name" : ".human-connect-source")!;
    expect(placeOf(name, ")").left).toBeGreaterThan(placeOf(name, "Q").right);
    // It begins at the side where the list begins.
    expect(host.getBoundingClientRect().right - placeOf(name, ")").right).toBeLessThan(70);
  },
);
