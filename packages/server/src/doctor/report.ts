/** One finding of the doctor. */
export interface DoctorLine {
  /** What was checked, such as `session token`. */
  readonly check: string;
  /** A `note` needs no action; `left-out` was not checked. */
  readonly level: "ok" | "note" | "fault" | "left-out";
  readonly message: string;
  /** What to do; undefined if no action is needed. */
  readonly remedy?: string;
}

export type Finding = Omit<DoctorLine, "check">;

export const ok = (message: string): Finding => ({ level: "ok", message });
export const note = (message: string, remedy: string): Finding => ({ level: "note", message, remedy });
export const fault = (message: string, remedy: string): Finding => ({ level: "fault", message, remedy });
export const leftOut = (message: string): Finding => ({ level: "left-out", message });
