export function findChrome(): string | undefined;
export function findHeadlessChrome(): string | undefined;
export function chromiumOptions(executablePath?: string): { executablePath: string | undefined; args: string[] };
export function findFirefox(): string | undefined;
export function findWebKit(): string | undefined;
export function ensureBrowsers(): void;
