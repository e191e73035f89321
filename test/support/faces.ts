import { isWhole } from "./chosen-engine.ts";

export const faces = ["react", "vue", "element"] as const;

export type FaceName = (typeof faces)[number];

/** The faces that run a test of what they share: they take turns, except when products are whole. */
export function facesInTurn(turn: number): readonly FaceName[] {
  return isWhole ? faces : [faces[turn % faces.length]!];
}
