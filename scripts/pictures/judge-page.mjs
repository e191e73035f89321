/**
 * Runs in the page. What is wrong with what it shows: something is wider than the window, a target is smaller than 44 px, a text is cut or
 * leaves its control, axe finds something.
 *
 * @param {{ checksColours: boolean, root?: string }} options `root`: selector of what is looked at beside the stage. Default the story's.
 * @returns {Promise<{ faults: string[], box: { x: number, y: number, width: number, height: number } | undefined }>} `box` is the first button's.
 */
export async function judgePage({ checksColours, root = "#storybook-root" }) {
  const faults = [];
  const stages = [...document.querySelectorAll("[data-human-connect-stage]")];
  const all = [document.querySelector(root), ...stages].flatMap((one) => deep(one));
  const isSeen = (element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    !element.closest(".human-connect-live, .human-connect-room");
  const seen = all.filter(isSeen);
  const nameOf = (element) =>
    `${element.localName}${[...element.classList].map((each) => `.${each}`).join("")} "${element.textContent.trim().slice(0, 30)}"`;

  const { scrollWidth } = document.documentElement;
  if (scrollWidth > innerWidth) faults.push(`the page scrolls sideways by ${scrollWidth - innerWidth} px`);
  for (const element of seen) {
    const rect = element.getBoundingClientRect();
    if (rect.width && (rect.left < -0.5 || rect.right > innerWidth + 0.5))
      faults.push(`${nameOf(element)} leaves the window: ${rect.left.toFixed()} to ${rect.right.toFixed()}`);
  }
  const targets = seen.filter((element) => element.matches("button, a[href], [tabindex='0']"));
  for (const element of targets) {
    // A phone's own measure; without rounding errors.
    const { width, height } = element.getBoundingClientRect();
    if (width < 43.9 || height < 43.9)
      faults.push(`${nameOf(element)} is ${width.toFixed()} by ${height.toFixed()} px, a target needs 44`);
  }
  for (const element of seen) {
    const text = [...element.childNodes].find((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (!text) continue;
    const range = document.createRange();
    range.selectNodeContents(element);
    const rect = range.getBoundingClientRect();
    const box = (
      element.closest("button, li, .doubt, .bar, .card, .human-connect-inline") ?? element
    ).getBoundingClientRect();
    const over = Math.max(box.left - rect.left, rect.right - box.right, box.top - rect.top, rect.bottom - box.bottom);
    if (over > 1) faults.push(`the text of ${nameOf(element)} leaves its box by ${over.toFixed(1)} px`);
    const { overflowX, overflowY } = getComputedStyle(element);
    const isCut = /hidden|clip/.test(overflowX + overflowY) && element.scrollWidth > element.clientWidth + 1;
    if (isCut) faults.push(`the text of ${nameOf(element)} is cut`);
  }
  // axe asks for landmarks, which a story has not.
  const rules = { region: { enabled: false }, "color-contrast": { enabled: checksColours } };
  const include = [document.body, ...stages];
  const { violations } = await window.axe.run({ include, exclude: [".sb-wrapper"] }, { iframes: false, rules });
  for (const { id, nodes } of violations) faults.push(`axe: ${id} at ${nodes.map(({ target }) => target).join(" · ")}`);

  const button = all.find((element) => element.matches(".human-connect-button"));
  const { x, y, width, height } = button?.getBoundingClientRect() ?? {};
  return { faults: [...new Set(faults)], box: button && { x, y: y + scrollY, width, height } };

  /** The elements below one, in the shadow too. */
  function deep(root) {
    const below = [...root.querySelectorAll("*")];
    const inside = [root, ...below].flatMap(({ shadowRoot }) => (shadowRoot ? deep(shadowRoot) : []));
    return [...below, ...inside];
  }
}
