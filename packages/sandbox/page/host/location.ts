/**
 * Derives a location on the map of the contiguous United States from an address.
 *
 * The sandbox has no geocoder. It derives the location from the letters alone, so the same address always gives the same coordinates,
 * which are clearly not a real lookup.
 *
 * @param address As typed; case and spacing do not matter.
 * @returns Degrees with four decimals: latitude 25 to 49, longitude -124 to -67.
 */
export function locate(address: string): { latitude: number; longitude: number } {
  const text = address.trim().toLowerCase().replace(/\s+/g, " ");
  return {
    latitude: between(25, 49, hash(`latitude ${text}`)),
    longitude: between(-124, -67, hash(`longitude ${text}`)),
  };
}

function between(low: number, high: number, share: number): number {
  return Number((low + (high - low) * share).toFixed(4));
}

/** FNV-1a with a final mix, so that similar addresses are far apart; from 0 to 1. */
function hash(text: string): number {
  let bits = 0x811c9dc5;
  for (const character of text) bits = Math.imul(bits ^ (character.codePointAt(0) ?? 0), 0x01000193);
  bits = Math.imul(bits ^ (bits >>> 15), 0x2c1b3c6d);
  bits ^= bits >>> 12;
  return (bits >>> 0) / 0xffffffff;
}
