import type { HumanConnect, HumanConnectOptions, LabelOptions } from "@human-connect/core";
import { createContext, type Context } from "react";

/** What a provider passes to the components below it. A new object only when the words change. */
export interface SharedConnect extends LabelOptions {
  readonly connect: HumanConnect;
  /** The provider's latest options. */
  readonly read: () => Partial<HumanConnectOptions>;
}

export const ConnectContext: Context<SharedConnect | null> = /* @__PURE__ */ createContext<SharedConnect | null>(null);
