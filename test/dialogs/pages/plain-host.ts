import { hostName, writeLead } from "./page-options.ts";

/** Shows one of a library's parts that is plain markup, beside the button that those in menus follow, and lets it work. */
export function writeHost(hosts: Record<string, string>, start: Record<string, () => unknown> = {}): void {
  document.querySelector("#root")!.innerHTML =
    `${hosts[hostName]}<button class="outside">Outside</button>${writeLead()}`;
  start[hostName]?.();
}
