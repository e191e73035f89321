export function readApi(folder: string): Map<string, string>;
