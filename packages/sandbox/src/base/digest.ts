/**
 * Turns a text into at least 32 letters: always the same ones for the same text, and nobody finds the text from them. Given
 * from outside, because a page has no SHA-256 that answers at once.
 */
export type Digest = (text: string) => string;
