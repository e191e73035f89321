import type { World } from "./harness/world.ts";

/** Which headers and scripts the host's page comes with. */
export interface PageOptions {
  /** Response headers of the page. */
  readonly headers?: Readonly<Record<string, string>>;
  /** HTML before the harness, such as a script tag that must run before the page has loaded. */
  readonly head?: string;
  /** HTML of the body, beside the button and the field that every page has. */
  readonly body?: string;
}

/** One way in which a fault shows, with the vendor's client alone and with the kit. Both run inside the page. */
export interface FaultCheck {
  readonly name: string;
  readonly page?: PageOptions;
  /** Where the kit's side needs a page of its own. */
  readonly kitPage?: PageOptions;
  /** The check goes on only after somebody has clicked the host's button: what it does needs a person's gesture. */
  readonly needsClick?: boolean;
  /** Engines in which the vendor's client cannot show this fault, and why. The kit is held to it all the same. */
  readonly rawShowsNotIn?: Readonly<Partial<Record<EngineName, string>>>;
  /** Why the vendor's client does not have this fault at all. It is then held to that, as docs/faults.md says. */
  readonly rawNever?: string;
  /** Rows on comparable kits that this check shows, too. */
  readonly peers?: readonly string[];
  /**
   * Does with the vendor's client what its documentation says. Nothing where no client has this fault: the check then holds
   * the kit to what its surroundings may do to it.
   *
   * @returns Whether the fault is there.
   */
  readonly raw?: (world: World) => Promise<boolean>;
  /** Does the same with the kit; throws when anything is not as it should be. */
  readonly kit: (world: World) => Promise<void>;
}

export type EngineName = "chromium" | "firefox" | "webkit";

/** A fault of the vendor's client, or a hardship of the page that it stands on. */
export interface Fault {
  /** As in the tables of faults: `F1`, `E1` for what the surroundings do, `R1` for what hurt people in comparable kits. */
  readonly id: string;
  readonly title: string;
  /** Rows on comparable kits that every check shows, too. */
  readonly peers?: readonly string[];
  readonly checks: readonly FaultCheck[];
}
