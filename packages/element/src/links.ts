import type { HumanConnectOptions } from "@human-connect/core";
import "./define.js";
import { watchLinks, type LinkNames } from "./links/watch-links.js";
import { watchTrees } from "./links/watch-trees.js";

/** Options of links by name: a link to `#human-connect=button` has those of `button`. */
export type LinkOptions = Readonly<Record<string, Partial<HumanConnectOptions>>>;

export interface UpgradeLinksOptions {
  /** A selector of the part of the page whose links count, such as `"main"`. Default: the whole page. */
  within?: string | undefined;
  /** `"none"`: hover, focus and press of a link request nothing; the click requests everything. Default: `"intent"`. */
  prepareOn?: "intent" | "none" | undefined;
}

/**
 * Makes every link of the page whose fragment is `#human-connect=NAME` a button that opens Connect, whenever the link is added. A link
 * selects a name, and nothing else. Links to `=card`, `=list` and `=status` (with the options of `button`) or `=NAME-card` and so on are
 * replaced by that block.
 *
 * @param names The options of each name; `tokenUrl` or `getToken` is required.
 * @returns Stops; links that are buttons already become links again on the next load of the page.
 * @throws {TypeError} For a name with other signs than letters, digits, `-` and `_`, or that ends in `card`, `list` or `status`; for options
 * without `tokenUrl` and `getToken`; for an invalid selector or `prepareOn`.
 * @example upgradeLinks({ button: { tokenUrl: "/api/human-connect/token" } }, { within: "main" });
 */
export function upgradeLinks(names: LinkOptions, { within, prepareOn }: UpgradeLinksOptions = {}): () => void {
  for (const [name, options] of Object.entries(names)) checkName(name, options);
  if (typeof document === "undefined") return () => {};
  if (within !== undefined) checkSelector(within);
  if (![undefined, "intent", "none"].includes(prepareOn))
    throw new TypeError(
      'upgradeLinks: prepareOn must be "intent" or "none". Links are prepared before a click, or not.',
    );
  const controller = new AbortController();
  watchLinks<Partial<HumanConnectOptions>>(
    Object.assign(Object.create(null), names) as LinkNames<Partial<HumanConnectOptions>>,
    (element, options) => void Object.assign(element, { options, prepareOn }),
    within,
    controller.signal,
  );
  watchTrees(controller.signal);
  return () => controller.abort();
}

function checkName(name: string, options: Partial<HumanConnectOptions> | undefined): void {
  if (!/^[\w-]+$/.test(name) || /(card|list|status)$/.test(name))
    throw new TypeError(
      `upgradeLinks: the name ${JSON.stringify(name)} must be of letters, digits, - and _, and must not end in card, list or status.`,
    );
  if (typeof options?.getToken !== "function" && !options?.tokenUrl)
    throw new TypeError(`upgradeLinks: ${name} needs tokenUrl, or a getToken function.`);
}

function checkSelector(within: string): void {
  try {
    document.createDocumentFragment().querySelector(within);
  } catch (cause) {
    throw new TypeError('upgradeLinks: within must be a CSS selector such as "main".', { cause });
  }
}
