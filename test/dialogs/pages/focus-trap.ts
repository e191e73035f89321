import { createFocusTrap, type Options } from "focus-trap";
import { writeButton } from "./page-options.ts";
import { writeHost } from "./plain-host.ts";

const html = `<button class="trigger">Open</button>
  <div class="overlay" hidden></div>
  <div class="content" hidden>
    <input class="field" aria-label="Field">${writeButton()}<button class="last">Last</button>
  </div>`;

/** A dialog that is nothing but a trap for the focus. */
function trap(given: Options): void {
  const parts = document.querySelectorAll<HTMLElement>(".overlay, .content");
  const show = (isShown: boolean): void => parts.forEach((part) => (part.hidden = !isShown));
  const focusTrap = createFocusTrap(".content", { ...given, onDeactivate: () => show(false) });
  document.querySelector<HTMLElement>(".trigger")!.onclick = () => {
    show(true);
    focusTrap.activate();
  };
}

writeHost(
  { dialog: html, popover: html },
  { dialog: () => trap({}), popover: () => trap({ clickOutsideDeactivates: true }) },
);
