export function findPackageLeaks(
  folder: string,
  places: readonly string[],
): { files: number; maps: number; faults: string[] };
