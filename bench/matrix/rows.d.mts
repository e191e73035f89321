export interface MatrixRow {
  name?: string;
  runs?: { pages: { name: string }[] }[];
}

export const columns: Readonly<Record<string, readonly string[]>>;
/** The rows of `frameworks` that use a package in the page. */
export const usersOf: Readonly<Record<string, readonly string[]>>;
/** The names of every row of a section, in the order of the tables. */
export function namesIn(section: string): string[];
/** The rows whose name contains a text, by their section. */
export function chooseRows(wanted: string): Record<string, MatrixRow[]>;
