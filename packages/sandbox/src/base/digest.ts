/**
 * Turns a text into at least 32 letters: the same letters for the same text, and not reversible. Passed in, because browsers have no
 * synchronous SHA-256.
 */
export type Digest = (text: string) => string;
