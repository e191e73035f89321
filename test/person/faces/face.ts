import type { ConnectEvent, HumanConnect, HumanConnectOptions } from "@human-connect/core";
import type { Name } from "../names.js";

/** What a host's page is drawn from. */
export interface Page {
  /** Who is signed in. */
  readonly name: Name;
  readonly options: HumanConnectOptions;
  /** Whether what shows the connection is on the page. */
  readonly isMounted: boolean;
}

/** A page that uses the kit in one of its ways. */
export interface Host {
  /** Draws the page; what this leaves for a later moment of the same turn counts as well. */
  draw(page: Page): void;
  /** As a person does, with the button of the page. */
  click(): void;
  hover(): void;
  /** All that can be seen of the connection; nothing where the host draws by itself. */
  shown(): string;
  /** The connection, where a host can reach it. */
  readonly connect?: HumanConnect | undefined;
  /** Takes everything off the page. */
  end(): void;
}

/** What a host tells the world. */
export interface Ears {
  /** Called at the moment from which the kit can know of what is drawn. */
  readonly drawn: (name: Name) => void;
  /** Called with each event that is delivered otherwise than to a callback of the options. */
  readonly hear: (event: ConnectEvent) => void;
  /** Called with each state that is handed out. */
  readonly see: (state: unknown) => void;
}

export interface Face {
  readonly name: string;
  /** It looks who is signed in whenever it is drawn; otherwise nobody does so before the next session or its watch. */
  readonly looks: boolean;
  /** Its connection goes with what shows it: the session that is left over must be given the moment to go. */
  readonly isForgotten: boolean;
  readonly create: (ears: Ears) => Host;
}

/** What a person does with the button inside a page. */
export function pressButton(find: () => Element | null | undefined): Pick<Host, "click" | "hover"> {
  return {
    click: () => (find() as HTMLElement | null | undefined)?.click(),
    // Every face hears a touch, and takes it for the intent that a pointer would show.
    hover: () => void find()?.dispatchEvent(new Event("touchstart", { bubbles: true, composed: true })),
  };
}
