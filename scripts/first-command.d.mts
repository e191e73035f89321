export const selection: readonly string[];
