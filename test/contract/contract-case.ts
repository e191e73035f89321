import type { ContractPage } from "./contract-page.ts";

/** One promise of the kit. Every face keeps it in every engine, or the suite fails. */
export interface ContractCase {
  readonly name: string;
  readonly run: (page: ContractPage) => Promise<void>;
}
