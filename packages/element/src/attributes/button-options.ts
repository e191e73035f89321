import type { ConnectClient, HumanConnectOptions, LabelOptions } from "@human-connect/core";
import { mergeOptions, parseUrl, readStateOptions, type PrepareOn, type StateOptions } from "@human-connect/core/face";
import { judgeBaseUrl, judgeTokenUrl, judgeValues } from "./attribute-rules.js";
import { readConfiguration } from "./configure-elements.js";
import type { ConnectControllerOptions } from "../controllers/connect-controller.js";
import { readBaseUri } from "../dom/native.js";
import {
  joinWords,
  judgeClient,
  readClient,
  readOptions,
  readWords,
  refuse,
  type ReadAttribute,
} from "./read-options.js";
import { translateIn } from "./page-languages.js";
import type { RenderSource } from "../tree/source-content.js";
import { unquote } from "./unquote.js";

/** The properties of `<human-connect-button>`. */
export interface ButtonProperties {
  /**
   * Your backend's token endpoint, requested by POST. Must be of this site, or of an origin that `configureElements` allows. Attribute
   * `token-url`.
   */
  tokenUrl: string | null | undefined;
  /** When to prefetch what a click needs. Default `"intent"`: hover, focus, touch or press. Attribute `prepare-on`. */
  prepareOn: PrepareOn | null | undefined;
  /** Ends an open session when the element leaves the page. Default false. Attribute `close-on-unmount`. */
  closeOnUnmount: boolean;
  /** Closes Connect on the browser's Back where Connect covers the page. Default false. Attribute `close-on-back`. */
  closeOnBack: boolean;
  /** Ignores clicks and prefetches nothing. Default false. Attribute `disabled`. */
  disabled: boolean;
  /**
   * Shows Connect in the page, in a box around the button, instead of over the page. The box is as high as the element's
   * parent, and at least `--human-connect-inline-height`. Read when a session starts. Default false. Attribute `inline`.
   */
  inline: boolean;
  /**
   * The id of another button or card, in the same document or shadow root, whose instance this button shares. Only its words,
   * `disabled` and `prepareOn` are then its own, and the other element dispatches the events. Attribute `for`.
   */
  htmlFor: string | null | undefined;
  /**
   * Whether the reason of a failure is visible below the button. `"hidden"` where a `<human-connect-status>` shows it. Screen readers
   * announce the reason in either case. Default `"shown"`. Attribute `message`.
   */
  message: "shown" | "hidden" | null | undefined;
  /** Fetches a token from your backend, instead of `tokenUrl`. */
  getToken: HumanConnectOptions["getToken"] | undefined;
  /**
   * Where the vendor's code comes from: `"cdn"`, `"npm"` in a bundle that imports `@human-connect/element/npm`, `"global"` if the host
   * page loads it, or `"direct"` to open Connect without it. A script may also set a client object. Default `"cdn"`. Attribute `client`.
   */
  client: ConnectClient | "cdn" | "direct" | "global" | "npm" | null | undefined;
  /** Any options of the core. They take precedence over attributes. */
  options: Partial<HumanConnectOptions> | undefined;
}

/** The property of an element that lists sources. */
export interface ListProperties {
  /**
   * Returns the content of a source in the list, as a node or a text; called again with each state. Takes precedence over a
   * `<template slot="source">`. Default: the name of the source, and its status in detail.
   */
  renderSource: RenderSource | null | undefined;
}

/** The properties of `<human-connect-card>`: those of the button, and two more. */
export interface CardProperties extends ButtonProperties, ListProperties {
  /** Level of the heading among those of the page, 1 to 6. Default 2. Attribute `heading-level`. */
  headingLevel: number | null | undefined;
}

/** The attributes of `<human-connect-button>` without a dash in their name that {@link ButtonProperties} lacks. */
export type ButtonAttributes = Pick<
  HumanConnectOptions,
  "config" | "debug" | "locale" | "mode" | "preseed" | "segment" | "user"
> &
  Pick<FollowerAttributes, "for">;

/** The attributes that `<human-connect-list>` and `<human-connect-status>` have in common. */
export interface FollowerAttributes {
  for?: string | undefined;
  locale?: HumanConnectOptions["locale"];
}

/** Who has requested anything from a button so far. Its attributes alone are no request: an attacker may have injected them. */
export interface Asking {
  /** The user has clicked, or a script of the page has called one of the button's methods. */
  readonly isAsked: boolean;
  /** Another button, which follows this one, prepares it now. */
  readonly isGuest: boolean;
}

/** The current options of a button: its attributes, then `options`, then the other properties. */
export function readButtonOptions(button: HTMLElement & ButtonProperties, asking: Asking): ConnectControllerOptions {
  const read = attributeReader(button);
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
    tokenUrl: tokenUrl || readTokenUrl(button),
  };
}

/** Those of {@link readButtonOptions} that a state depends on. */
export function readButtonState(button: HTMLElement & ButtonProperties): StateOptions {
  const given = readOptions(attributeReader(button), stateOptions) as StateOptions;
  return readStateOptions((button.options ?? {}) as StateOptions, given);
}

const stateOptions = ["user", "initialConnections"] as const;

function attributeReader(button: Element): ReadAttribute {
  return (name) => {
    const value = button.getAttribute(name);
    return value === null ? undefined : unquote(value);
  };
}

/** The reason why a session with these attributes would fail; undefined if there is none. */
function findFault(
  button: HTMLElement & ButtonProperties,
  read: ReadAttribute,
  { baseUrl, initialConnections }: Partial<HumanConnectOptions>,
): string | undefined {
  if (read("initial-connections")?.trim() && !initialConnections)
    return 'initial-connections must be JSON such as [{"id":"a1","name":"Alder Clinic"}].';
  const client = givenClient(button);
  const clientFault = typeof client === "object" ? undefined : judgeClient(client, read);
  const isRead = baseUrl !== undefined && button.options?.baseUrl === undefined;
  return clientFault ?? (isRead ? judgeBaseUrl(baseUrl) : undefined) ?? judgeValues(read);
}

/** What is wrong with `token-url`, if no script sets `tokenUrl` or `getToken`. */
function findTokenFault(button: ButtonProperties): string | undefined {
  const value = readTokenUrl(button);
  // A script may still set tokenUrl or getToken before the first click.
  if (!value) return undefined;
  return judgeTokenUrl(parseUrl(value, readBaseUri()), location);
}

/** A script may have set a `URL`. */
function readTokenUrl({ tokenUrl }: ButtonProperties): string | undefined {
  return tokenUrl ? String(tokenUrl).trim() : undefined;
}

/** A client object, or the name of a client: `options` take precedence over the attribute, an own property over both. */
function givenClient({ options, client }: ButtonProperties): ConnectClient | string | undefined {
  return (typeof client === "string" && options?.client) || (client ?? options?.client);
}

/** The current words of a button. */
export function readButtonWords(button: HTMLElement & ButtonProperties): LabelOptions {
  return translateIn(button, readGivenWords(button));
}

/** The words that a button was given, without those of the page's languages. */
export function readGivenWords(button: HTMLElement & ButtonProperties): LabelOptions {
  return joinWords(readWords(button), button.options);
}
