// The types of `styles.css`: TypeScript 6 and later ask for some, also where an import is only for its effect.
export {};
