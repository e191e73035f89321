export function readPlaces(): string[];
