export function findRedis(): string | undefined;
export function ensurePrograms(): void;
