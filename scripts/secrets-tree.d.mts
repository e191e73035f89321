export interface Allowed {
  file: RegExp;
  text: RegExp;
  why: string;
}
export function findTreeLeaks(
  root: string,
  options?: { places?: readonly string[]; allowed?: readonly Allowed[] },
): { files: number; faults: string[] };
