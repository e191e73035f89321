/** What the doctor found out about one thing. */
export interface DoctorLine {
  /** What was looked at, such as `token service`. */
  readonly check: string;
  /** A `note` is something to know; `left-out` was not asked for. */
  readonly level: "ok" | "note" | "fault" | "left-out";
  readonly message: string;
  /** What to do; undefined where nothing has to be done. */
  readonly remedy?: string;
}

export type Finding = Omit<DoctorLine, "check">;

export const ok = (message: string): Finding => ({ level: "ok", message });
export const note = (message: string, remedy: string): Finding => ({ level: "note", message, remedy });
export const fault = (message: string, remedy: string): Finding => ({ level: "fault", message, remedy });
export const leftOut = (message: string): Finding => ({ level: "left-out", message });
