/** By folder, lowest first: room → what it is for. */
export const rooms: Record<string, Readonly<Record<string, string>>>;

/** The list as ARCHITECTURE.md shows it. */
export function drawRooms(): string;
