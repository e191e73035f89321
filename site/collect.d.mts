export function rewriteLinks(text: string, rewrite: (target: string) => string): string;
