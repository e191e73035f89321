import type { ConnectModel } from "./connect-model.js";
import type { ConnectWorld } from "./connect-world.js";

/** The part of a model that steps are chosen by. */
export type Seen = Pick<
  Readonly<ConnectModel>,
  | "session"
  | "tokens"
  | "finalizer"
  | "listeners"
  | "doCallbacksThrow"
  | "user"
  | "prefetchesToken"
  | "isInline"
  | "isLegacy"
>;

/** Something that can happen: in the model, and in the world. */
export interface Step {
  /** Who does what. Failing stories are told in these words, with commas between them. */
  readonly name: string;
  /** How often it is drawn, beside the others. Default 1. */
  readonly weight?: number;
  /** Default always. */
  readonly canHappen?: (model: Seen) => boolean;
  readonly happen: (model: ConnectModel, world: ConnectWorld) => Promise<void> | void;
}

export const isShown = ({ session }: Seen): boolean => session?.phase === "shown";

/** Whether the page in the frame is of the current client, or of the legacy one. */
export const shows =
  (client: "current" | "legacy") =>
  (model: Seen): boolean =>
    isShown(model) && model.session!.click.isLegacy === (client === "legacy");
