import {
  cdnClient,
  HumanConnectError,
  type CdnClientOptions,
  type ConnectClient,
  type HumanConnectOptions,
  type LabelOptions,
  type Labels,
  type PluralForms,
  type Source,
} from "@human-connect/core";
import { mergeOptions, optionKinds, type OptionKind } from "@human-connect/core/face";
import { toAttribute } from "./attribute-properties.js";
import { isOfThisSite, judgeClientUrl } from "./attribute-rules.js";
import { namedClients } from "./named-clients.js";
import { unquote } from "./unquote.js";

/** Reads an attribute by name, from a `Map`, an element or a server's attributes. */
export type ReadAttribute = (name: string) => string | null | undefined;

type Reader = (value: string) => unknown;

const text: Reader = (value) => value;
/** `"false"` is false, for templates without boolean attributes. */
const flag: Reader = (value) => value !== "false";
const number: Reader = (value) => (Number.isFinite(Number(value)) ? Number(value) : undefined);
/** A comma-separated list. */
const list: Reader = (value) =>
  value
    .split(",")
    .map((item) => item.trim())
    .filter(Boolean);
/** JSON: `[{"id":"a1","name":"Alder Clinic"}]`. */
const sources: Reader = (value) => {
  try {
    const given: unknown = JSON.parse(value);
    return Array.isArray(given) && given.every(isSource) ? given : undefined;
  } catch {
    return undefined;
  }
};

const readers: { readonly [K in OptionKind]?: Reader } = { text, words: text, flag, number, list, sources };

/**
 * The options that have an attribute: `base-url` is `baseUrl`. Not derived from the kinds, because markup must not set any other option
 * (docs/decisions/0014-what-attributes-may-do.md). The manifest of the elements is generated from this list.
 */
const attributeOptions = [
  "initialConnections",
  "baseUrl",
  "mode",
  "clientId",
  "segment",
  "config",
  "inviteSessionId",
  "pinnedProviders",
  "preseed",
  "overlayOpacity",
  "warmFrame",
  "locale",
  "user",
  "prefetchToken",
  "debug",
] as const satisfies readonly (keyof HumanConnectOptions)[];

/** Each option with its attribute and what reads it: an element reads its options whenever its state is read. */
const attributes = /* @__PURE__ */ attributeOptions.map((option) => ({
  option,
  name: toAttribute(option),
  reader: readers[optionKinds[option]]!,
}));

/** Options of `cdnClient()` that have an attribute: `client-url` is `url`. */
const clientOptions = ["version", "url", "integrity"] as const;

/** The properties of a button that are attributes, and nothing else. */
export const attributeProperties: readonly string[] = [
  ...attributeOptions,
  "for",
  "clientVersion",
  "clientUrl",
  "clientIntegrity",
];

/**
 * Reads options from attributes. Never throws, whatever the values are: Connect rejects what it cannot use.
 *
 * @param names The options to read. Default: all that have an attribute.
 */
export function readOptions(
  read: ReadAttribute,
  names?: readonly (keyof HumanConnectOptions)[],
): Partial<HumanConnectOptions> {
  const given: Record<string, unknown> = {};
  for (const { option, name, reader } of attributes) {
    if (names && !names.includes(option)) continue;
    const text = read(name)?.trim();
    // An empty attribute is a flag, or a template value that was empty.
    const value = text || (text === "" && reader === flag) ? reader(text) : undefined;
    if (value !== undefined) given[option] = value;
  }
  return given as Partial<HumanConnectOptions>;
}

/** Labels from attributes: `label-no-connections` is `noConnections`. */
export function readLabels(attributes: Iterable<{ readonly name: string; readonly value: string }>): Partial<Labels> {
  const labels: [string, string][] = [];
  for (const { name, value } of attributes) {
    if (name.startsWith("label-") && value.trim()) labels.push([camelCase(name.slice(6)), value]);
  }
  const read: Partial<Labels> = Object.fromEntries(labels);
  return { ...read, ...readForms(read.manyConnections as string) };
}

/** The only label that may have plural forms, which are JSON: `{"few":"…","other":"…"}`. A text may begin with a brace too. */
function readForms(text = ""): Partial<Labels> | undefined {
  try {
    return /^\s*\{\s*"/.test(text) ? { manyConnections: JSON.parse(text) as PluralForms } : undefined;
  } catch {
    return undefined;
  }
}

/** The words from the attributes of an element. */
export function readWords(element: Element): LabelOptions {
  return { locale: unquote(element.getAttribute("locale") ?? "") || undefined, labels: readLabels(element.attributes) };
}

/** Merges words; later ones take precedence. */
export function joinWords(...places: readonly (LabelOptions | undefined)[]): LabelOptions {
  return places.reduce<LabelOptions>(
    (before, words) => ({
      locale: words?.locale ?? before.locale,
      labels: mergeOptions(before.labels ?? {}, words?.labels),
    }),
    {},
  );
}

/** What is wrong with the attributes that select the vendor's code. @param kind The attribute `client`. */
export function judgeClient(kind: string | null | undefined, read: ReadAttribute): string | undefined {
  const name = readKind(kind);
  if (namedClients.has(name)) return undefined;
  if (name !== "cdn")
    return 'client must be "cdn", "direct", "global", or "npm" after import "@human-connect/element/npm" in your own bundle.';
  const url = read("client-url")?.trim();
  return url ? judgeClientUrl(url) : undefined;
}

/**
 * The client that the attributes select, if {@link judgeClient} found nothing wrong with them.
 *
 * @param kind The attribute `client`. Default `"cdn"`.
 * @param nonce The element's property: browsers hide the attribute.
 * @param isAsked Whether a script of this site may load: after a click or a script's call. Default true.
 */
export function readClient(
  kind: string | null | undefined,
  read: ReadAttribute,
  nonce?: string,
  isAsked = true,
): ConnectClient {
  const named = namedClients.get(readKind(kind));
  if (named) return named();
  const options: CdnClientOptions = { nonce: nonce || undefined, isFromMarkup: true };
  for (const name of clientOptions) options[name] = read(`client-${name}`)?.trim() || undefined;
  const { url } = options;
  if (url && !isAsked && isOfThisSite(url))
    return refuse(
      "a client-url of this site loads after a click; configureElements({ prefetchToken: true }) allows it earlier.",
    ).client;
  return cdnClient(options);
}

function readKind(kind: string | null | undefined): string {
  // A script may have set anything, such as the function that makes a client.
  return typeof kind === "string" ? kind.trim() || "cdn" : kind ? "" : "cdn";
}

/** Options that end a session in `invalid-option` and send no request: an attribute has no caller to throw at. */
export function refuse(remedy: string): Required<Pick<HumanConnectOptions, "client" | "getToken">> {
  const fail = (): Promise<never> =>
    Promise.reject(new HumanConnectError("invalid-option", `Invalid option: ${remedy}`));
  return { client: { load: fail }, getToken: fail };
}

function isSource(value: unknown): value is Source {
  const { id, name } = (value ?? {}) as Partial<Record<keyof Source, unknown>>;
  return typeof id === "string" && typeof name === "string";
}

function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
