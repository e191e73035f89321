/** A piece of JSON text, so that each kind can have its colour. */
export interface JsonPiece {
  readonly kind: "key" | "text" | "literal" | "mark";
  readonly text: string;
}

/** Splits JSON text; the pieces in order are the text again. */
export function splitJson(json: string): JsonPiece[] {
  const pieces = json.matchAll(/("(?:[^"\\]|\\.)*")(?=(:?))|[\w.+-]+|[^"\w]+/g);
  return [...pieces].map(([text, quoted, colon]) => ({
    text,
    kind: quoted ? (colon ? "key" : "text") : /^\w/.test(text) ? "literal" : "mark",
  }));
}
