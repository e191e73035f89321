export function listDocuments(): Map<string, string>;
export function toSiteLink(target: string, document: string, pages: ReadonlyMap<string, string>): string;
