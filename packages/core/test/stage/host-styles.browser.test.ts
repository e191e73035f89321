import { afterEach, describe, expect, it } from "vitest";
import { container, create, part } from "./setup.js";

const nasty = `
  div:empty, p:empty { display: none !important }
  div, dialog, iframe, button, span, p, section > * {
    all: revert !important; display: inline !important; min-height: 3000px !important; max-width: 10px !important;
    transform: rotate(9deg) scale(.5) !important; opacity: .1 !important; visibility: hidden !important; pointer-events: none !important;
    writing-mode: vertical-rl !important; zoom: 3 !important; filter: blur(9px) !important; contain: strict !important;
    animation: nasty 1s infinite !important; transition: all 9s !important; position: relative !important; clip-path: circle(1px) !important;
    font: 3rem serif !important; color: transparent !important; user-select: none !important;
  }
  @keyframes nasty { to { opacity: 0 } }`;

let sheet: HTMLStyleElement | undefined;
afterEach(() => sheet?.remove());

function look(kind: string): object {
  const dialog = part("[part=surface]");
  const { opacity, transform, filter, visibility, pointerEvents, writingMode, animationName, color, font } =
    getComputedStyle(dialog);
  // The page around may move an inline stage as a whole.
  const from = kind === "inline" ? dialog.getBoundingClientRect() : { x: 0, y: 0 };
  const boxes = [dialog, part(".card"), part(".cancel")].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [x - from.x, y - from.y, width, height].map(Math.round);
  });
  return { boxes, opacity, transform, filter, visibility, pointerEvents, writingMode, animationName, color, font };
}

describe.each(["modal", "inline"])("the %s stage", (kind) => {
  it("looks the same whatever the host's stylesheet says about its elements", async () => {
    container.style.cssText = "all: initial !important; display: block !important; height: 500px !important";
    const open = (): object => {
      const stage = create({ container: kind === "inline" ? container : undefined });
      stage.open();
      for (const animation of document.getAnimations()) animation.cancel();
      const seen = look(kind);
      stage.close();
      return seen;
    };
    const before = open();

    sheet = document.head.appendChild(document.createElement("style"));
    sheet.textContent = nasty;

    expect(open()).toEqual(before);
  });
});
