/** A user, an account, or the application itself: entries in the store belong to one of them. */
export interface Owner {
  /** Prefix of the keys of its entries. It does not reveal the owner. */
  readonly prefix: string;
}

/**
 * Finds owners by id; undefined is the application itself. Recent ones are found synchronously: with a cached token, hashing takes the
 * most time of a click.
 */
export function createOwners(hash: OwnerHash): (id: string | undefined) => Owner | Promise<Owner> {
  const recent = new Map<string | undefined, Owner | Promise<Owner>>();

  async function add(id: string | undefined): Promise<Owner> {
    const owner = { prefix: await hash(id) };
    // Replaces the promise, unless it was removed meanwhile.
    if (recent.has(id)) recent.set(id, owner);
    return owner;
  }

  return (id) => {
    const known = recent.get(id);
    if (known) return known;
    const adding = add(id);
    adding.catch(() => recent.delete(id));
    recent.set(id, adding);
    if (recent.size > maxRecent) recent.delete(recent.keys().next().value);
    return adding;
  };
}

const maxRecent = 1000;

/** Returns the prefix of the keys of an owner. */
export type OwnerHash = (id: string | undefined) => Promise<string>;

/**
 * The hashes are keyed: a plain hash of an e-mail address or a number can be reversed by trying all of them. They also depend on the
 * service's URL and the client id, so environments can share a store.
 *
 * @param scope Further values that distinguish applications.
 */
export function createOwnerHash(clientSecret: string, scope: readonly string[]): OwnerHash {
  const encoder = new TextEncoder();
  let key: Promise<CryptoKey> | undefined;

  return async (id) => {
    const algorithm = { name: "HMAC", hash: "SHA-256" };
    key ??= crypto.subtle.importKey("raw", encoder.encode(clientSecret), algorithm, false, ["sign"]);
    const text = JSON.stringify([...scope, id ?? null]);
    const bytes = new Uint8Array(await crypto.subtle.sign("HMAC", await key, encoder.encode(text)));
    return `human-connect:${toLetters(bytes.subarray(0, 16))}:`;
  };
}

/** Encodes as base64url, which is shorter than hexadecimal. */
const toLetters = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
