// The server function of the server's README.
export function createToken(fresh?: boolean): Promise<{ token: string; expiresInSeconds: number }>;
