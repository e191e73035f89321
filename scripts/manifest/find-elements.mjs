/** The declarations of a manifest that have a tag. */
export function findElements({ modules }) {
  return modules.flatMap(({ declarations = [] }) => declarations).filter(({ tagName }) => tagName);
}

/** The texts that a type consists of: none for `string`. */
export function literals({ text }) {
  return [...text.matchAll(/"([^"]*)"/g)].map(([, value]) => value);
}

/** The first of each name. */
export function unique(docs) {
  return docs.filter(({ name }, index) => docs.findIndex((other) => other.name === name) === index);
}
