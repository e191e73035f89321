import {
  mergeOptions,
  parseUrl,
  type ConnectClient,
  type HumanConnectOptions,
  type LabelOptions,
} from "@human-connect/core";
import { judgeBaseUrl, judgeTokenUrl, judgeValues } from "./attribute-rules.js";
import { readConfiguration } from "./configure-elements.js";
import type { ConnectControllerOptions } from "../controllers/connect-controller.js";
import { readBaseUri } from "../dom/native.js";
import type { PrepareOn } from "../controllers/prepare-controller.js";
import {
  joinWords,
  judgeClient,
  readClient,
  readOptions,
  readWords,
  refuse,
  type ReadAttribute,
} from "./read-options.js";
import { unquote } from "./unquote.js";

/** The properties of `<human-connect-button>`. */
export interface ButtonProperties {
  /**
   * Your backend's endpoint for tokens, asked by POST. Of this site, or of an origin that `configureElements` allows. Attribute
   * `token-url`.
   */
  tokenUrl: string | null | undefined;
  /** When to fetch what a click will need. Default `"intent"`: hover, focus or touch. Attribute `prepare-on`. */
  prepareOn: PrepareOn | null | undefined;
  /** Ends an open session when the element leaves the page. Default false. Attribute `close-on-unmount`. */
  closeOnUnmount: boolean;
  /** The browser's Back closes Connect where it lies over the page. Default false. Attribute `close-on-back`. */
  closeOnBack: boolean;
  /** Takes no clicks and fetches nothing. Default false. Attribute `disabled`. */
  disabled: boolean;
  /**
   * Shows Connect in the page, in a box around the button, instead of over the page. The box is as high as the element's
   * parent, and at least `--human-connect-inline-height`. Read when a session starts. Default false. Attribute `inline`.
   */
  inline: boolean;
  /**
   * The id of another button or card, in the same document or shadow root, whose connection this one shares. Only its words,
   * `disabled` and `prepareOn` are then its own, and the events are those of the other one. Attribute `for`.
   */
  htmlFor: string | null | undefined;
  /**
   * Whether the reason of a failure stands below the button for those who see: `"hidden"` where a `<human-connect-status>` says it.
   * It is announced to screen readers in either case. Default `"shown"`. Attribute `message`.
   */
  message: "shown" | "hidden" | null | undefined;
  /** Asks your backend for a token, instead of `tokenUrl`. */
  getToken: HumanConnectOptions["getToken"] | undefined;
  /**
   * Where the vendor's code comes from: `"cdn"`, `"npm"` in a bundle that imports `@human-connect/element/npm`, or `"global"`
   * when something else puts it on the page. A script may also give a client of its own. Default `"cdn"`. Attribute `client`.
   */
  client: ConnectClient | "cdn" | "global" | "npm" | null | undefined;
  /** Any options of the core. They count before the attributes. */
  options: Partial<HumanConnectOptions> | undefined;
}

/** The properties of `<human-connect-card>`: those of the button, and one more. */
export interface CardProperties extends ButtonProperties {
  /** Level of the heading among those of the page, 1 to 6. Default 2. Attribute `heading-level`. */
  headingLevel: number | null | undefined;
}

/** The attributes of `<human-connect-button>` without a dash in their name that have no property. */
export type ButtonAttributes = Pick<
  HumanConnectOptions,
  "config" | "debug" | "locale" | "mode" | "preseed" | "segment" | "user"
> & { for?: string };

/** Who has asked a button for anything so far. Its attributes alone are nobody: somebody may have injected them. */
export interface Asking {
  /** A person has clicked, or a script of the page has called one of its methods. */
  readonly isAsked: boolean;
  /** Another button, which follows this one, prepares it now. */
  readonly isGuest: boolean;
}

/** The options of a button now: its attributes, then `options`, then properties of their own. */
export function readButtonOptions(button: HTMLElement & ButtonProperties, asking: Asking): ConnectControllerOptions {
  const read = (name: string): string | undefined => {
    const value = button.getAttribute(name);
    return value === null ? undefined : unquote(value);
  };
  const { options, closeOnUnmount } = button;
  const given = readOptions(read);
  const closeOnBack = options?.closeOnBack ?? button.closeOnBack;
  const wished = { ...mergeOptions(given, options), ...readButtonWords(button), closeOnUnmount, closeOnBack };
  const getToken = button.getToken ?? options?.getToken;
  const { tokenUrl } = wished;
  const fault = findFault(button, read, given) ?? (getToken || tokenUrl ? undefined : findTokenFault(button));
  if (fault) return { ...wished, ...refuse(fault), baseUrl: undefined, warmFrame: false, prefetchToken: false };
  const client = givenClient(button);
  const isScripted = !asking.isGuest && Boolean(getToken || tokenUrl || options?.prefetchToken);
  const isAllowed = asking.isAsked || readConfiguration().prefetchToken;
  return {
    ...wished,
    prefetchToken: wished.prefetchToken && (isAllowed || isScripted),
    client: typeof client === "object" ? client : readClient(client, read, button.nonce, isAllowed),
    getToken,
    tokenUrl: tokenUrl || button.tokenUrl?.trim(),
  };
}

/** What a session with these attributes would end in. */
function findFault(
  button: HTMLElement & ButtonProperties,
  read: ReadAttribute,
  { baseUrl, initialConnections }: Partial<HumanConnectOptions>,
): string | undefined {
  if (read("initial-connections")?.trim() && !initialConnections)
    return 'initial-connections has to be JSON such as [{"id":"a1","name":"Alder Clinic"}].';
  const client = givenClient(button);
  const clientFault = typeof client === "object" ? undefined : judgeClient(client, read);
  const isRead = baseUrl !== undefined && button.options?.baseUrl === undefined;
  return clientFault ?? (isRead ? judgeBaseUrl(baseUrl) : undefined) ?? judgeValues(read);
}

/** What is wrong with the attribute, where no script says where tokens come from. */
function findTokenFault({ tokenUrl }: ButtonProperties): string | undefined {
  const value = tokenUrl?.trim();
  // A script may still give one, or getToken, before anybody clicks.
  if (!value) return undefined;
  return judgeTokenUrl(parseUrl(value, readBaseUri()), location);
}

/** A client of the page's own, or the name of one. */
function givenClient({ options, client = options?.client }: ButtonProperties): ConnectClient | string | undefined {
  return client ?? undefined;
}

/** The words of a button now. */
export function readButtonWords(button: HTMLElement & ButtonProperties): LabelOptions {
  return joinWords(readWords(button), button.options);
}
