export function createCertificate(): { key: string; cert: string; fingerprint: string };
