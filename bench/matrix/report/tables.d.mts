/** Fills the markers of docs/matrix.md. */
export function fillTables(text: string, results: object): string;
