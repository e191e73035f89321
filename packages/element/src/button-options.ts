import { mergeOptions, type ConnectClient, type HumanConnectOptions, type LabelOptions } from "@human-connect/core";
import type { ConnectControllerOptions } from "./connect-controller.js";
import { fetchGrant } from "./fetch-grant.js";
import type { PrepareOn } from "./prepare-controller.js";
import { joinWords, readClient, readOptions, readWords } from "./read-options.js";

/** The properties of `<human-connect-button>`. */
export interface ButtonProperties {
  /** Your backend's endpoint for tokens, asked by POST. Of this site, or https. Attribute `token-url`. */
  tokenUrl: string | null | undefined;
  /** When to fetch what a click will need. Default `"intent"`: hover, focus or touch. Attribute `prepare-on`. */
  prepareOn: PrepareOn | null | undefined;
  /** Ends an open session when the element leaves the page. Default false. Attribute `close-on-unmount`. */
  closeOnUnmount: boolean;
  /** Default false. Attribute `disabled`. */
  disabled: boolean;
  /** Asks your backend for a token, instead of `tokenUrl`. */
  getToken: HumanConnectOptions["getToken"] | undefined;
  /** Where the vendor's code comes from: a client of yours, or as in the attribute `client`. Default `"cdn"`. */
  client: ConnectClient | "cdn" | "global" | null | undefined;
  /** Any options of the core. They count before the attributes. */
  options: Partial<HumanConnectOptions> | undefined;
}

/** The attributes of `<human-connect-button>` without a dash in their name that have no property. */
export type ButtonAttributes = Pick<
  HumanConnectOptions,
  "config" | "debug" | "locale" | "mode" | "preseed" | "segment" | "user"
>;

/** The options of a button now: its attributes, then `options`, then properties of their own. */
export function readButtonOptions(button: HTMLElement & ButtonProperties): ConnectControllerOptions {
  const read = (name: string): string | null => button.getAttribute(name);
  const { options, closeOnUnmount, client = options?.client } = button;
  return {
    ...mergeOptions(readOptions(read), options),
    ...readButtonWords(button),
    closeOnUnmount,
    client: typeof client === "object" && client ? client : readClient(client, read, button.nonce),
    getToken: button.getToken ?? options?.getToken ?? (({ signal }) => fetchGrant(button.tokenUrl, signal)),
  };
}

/** The words of a button now. */
export function readButtonWords(button: HTMLElement & ButtonProperties): LabelOptions {
  return joinWords(readWords(button), button.options);
}
