import { writeButton } from "./page-options.ts";
import { writeHost } from "./plain-host.ts";

const content = `<input class="field" aria-label="Field">${writeButton()}<button class="last">Last</button>`;

writeHost(
  {
    dialog: `<button class="trigger">Open</button><dialog class="content" aria-label="Health data">${content}</dialog>`,
    popover: `<button class="trigger" popovertarget="content">Open</button><div class="content" id="content" popover>${content}</div>`,
  },
  {
    dialog: () =>
      (document.querySelector<HTMLElement>(".trigger")!.onclick = () =>
        document.querySelector<HTMLDialogElement>(".content")!.showModal()),
  },
);
