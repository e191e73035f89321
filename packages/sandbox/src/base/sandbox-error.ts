/** Why a sandbox could not start or could not save its state. */
export type SandboxErrorCode = "port-taken" | "address-unusable" | "data-file-unusable";

/** A failure that the developer can fix: the message says what happened and what to do. */
export class SandboxError extends Error {
  readonly code: SandboxErrorCode;

  constructor(code: SandboxErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "SandboxError";
    this.code = code;
  }
}
