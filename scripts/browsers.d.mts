export function findChrome(): string | undefined;
export function ensureBrowsers(): { CHROME_PATH: string };
