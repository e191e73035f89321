import { createHash } from "node:crypto";
import type { Digest } from "./digest.js";

/** The digest of a sandbox whose state may outlive it. */
export const sha256: Digest = (text) => createHash("sha256").update(text).digest("hex");
