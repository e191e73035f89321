import { findAllDeep } from "../support/find-deep.ts";
import type { ConnectClient, VendorClient } from "@human-connect/core";
import { legacyClient } from "@human-connect/core/legacy";
import { currentDialect } from "../../packages/core/src/vendor/current-dialect.js";
import { createLegacyDialect } from "../../packages/core/src/legacy/dialect.js";
import { showWidget } from "../../packages/core/src/widget/show-widget.js";
import { createStage } from "../../packages/core/src/stage/stage.js";
import { postFrom } from "../../packages/core/test/fake-vendor.js";
import type { Name } from "./names.js";
import type { PersonBackend } from "./person-backend.js";
import { Supply } from "./supply.js";

export type Generation = "current" | "legacy";

const clientId = "client";

/** The vendor's code, and what its page says. */
export class PersonVendor {
  readonly scripts = new Supply();
  readonly dialects = new Supply();
  readonly surfaces = new Supply();
  /** What becomes of `open()`. */
  opening: "shows Connect" | "throws" = "shows Connect";
  readonly #backend: PersonBackend;
  readonly #note: (what: string) => void;
  #posted = 0;
  #arrived = 0;
  readonly #count = (): void => void (this.#arrived += 1);

  constructor(backend: PersonBackend, note: (what: string) => void) {
    this.#backend = backend;
    this.#note = note;
    window.addEventListener("message", this.#count);
  }

  /** The client of somebody's page. */
  createClient(whose: Name, generation: Generation): ConnectClient {
    const options = {
      clientId,
      clientUserId: whose,
      finalize: this.#backend.finalize.bind(this.#backend, whose),
    };
    // Judges the options; its script is another one here.
    if (generation === "legacy") legacyClient(options);
    const dialect = generation === "legacy" ? createLegacyDialect(options) : currentDialect;
    return {
      load: () => this.scripts.get<VendorClient>(whose, () => ({ open: (given) => this.#open(whose, given) })),
      dialect: () => this.dialects.get(whose, () => dialect),
      surface: () => this.surfaces.get(whose, () => ({ createStage, showWidget })),
    };
  }

  /** The frames of Connect, and whose they are. */
  frames(): { frame: HTMLIFrameElement; whose: Name; generation: Generation }[] {
    return findAllDeep<HTMLIFrameElement>("iframe#human-api").map((frame) => ({
      frame,
      whose: frame.dataset["whose"] as Name,
      generation: frame.dataset["generation"] as Generation,
    }));
  }

  /** The page in the frame posts. */
  post(message: unknown): void {
    this.#posted += 1;
    postFrom(this.frames()[0]!.frame, message);
  }

  /** Whether a message is still on its way. */
  get isPosting(): boolean {
    return this.#arrived < this.#posted;
  }

  end(): void {
    window.removeEventListener("message", this.#count);
  }

  #open(client: Name, { token, publicToken }: Record<string, unknown>): null | undefined {
    const whose = this.#backend.judge(String(token ?? publicToken));
    if (document.getElementById("human-api")) return null;
    if (this.opening === "throws") throw new Error(`nothing-of-${client}`);
    this.#note("Connect opened");
    const frame = Object.assign(document.createElement("iframe"), { id: "human-api" });
    Object.assign(frame.dataset, { whose, generation: token ? "current" : "legacy" });
    document.body.appendChild(frame);
    this.#backend.pages[whose].reopen();
    return undefined;
  }
}

/** What the legacy page posts when somebody has finished. */
export function tellFinished(whose: Name): string {
  const token = { humanId: "human", clientId, sessionToken: `session-of-${whose}` };
  return JSON.stringify({ type: "hapi-connect-finish", token });
}
