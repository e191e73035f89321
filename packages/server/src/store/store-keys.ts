/** Creates the keys of entries in the store. */
export interface StoreKeys {
  /**
   * The same key for the same kind and user. It does not reveal the user.
   *
   * @param clientUserId Undefined for entries of the application itself.
   */
  of(kind: string, clientUserId: string | undefined): Promise<string>;
  /** The prefix of all keys of a recently seen user, synchronously; undefined for other users. */
  known(clientUserId: string): string | undefined;
}

interface Person {
  readonly digest: Promise<string>;
  /** Prefix of the keys; undefined until the digest has resolved. */
  begin: string | undefined;
}

/**
 * Keys are keyed hashes: a plain hash of an e-mail address or a number can be reversed by trying all of them. They also depend on the
 * service's URL and the client id, so environments can share a store.
 *
 * @param scope Further values that distinguish applications.
 */
export function createStoreKeys(clientSecret: string, scope: readonly string[]): StoreKeys {
  const encoder = new TextEncoder();
  const recent = new Map<string | undefined, Person>();
  let key: Promise<CryptoKey> | undefined;

  async function digest(clientUserId: string | undefined): Promise<string> {
    const algorithm = { name: "HMAC", hash: "SHA-256" };
    key ??= crypto.subtle.importKey("raw", encoder.encode(clientSecret), algorithm, false, ["sign"]);
    const text = JSON.stringify([...scope, clientUserId ?? null]);
    const bytes = new Uint8Array(await crypto.subtle.sign("HMAC", await key, encoder.encode(text)));
    return toLetters(bytes.subarray(0, 16));
  }

  function meet(clientUserId: string | undefined): Person {
    const known = recent.get(clientUserId);
    if (known) return known;
    const person: Person = { digest: digest(clientUserId), begin: undefined };
    if ((clientUserId?.length ?? 0) > mostLetters) return person;
    recent.set(clientUserId, person);
    if (recent.size > maxRecent) recent.delete(recent.keys().next().value);
    return person;
  }

  return {
    async of(kind, clientUserId) {
      const person = meet(clientUserId);
      person.begin ??= `human-connect:${await person.digest}:`;
      return person.begin + kind;
    },
    known: (clientUserId) => recent.get(clientUserId)?.begin,
  };
}

/** Users whose digest is cached: each click needs several keys of one user, and with a cached token hashing takes the most time. */
const maxRecent = 1000;

/** Longer ids are hashed each time: callers choose the ids of events, of any length. */
const mostLetters = 500;

/** Encodes as base64url, which is shorter than hexadecimal. */
const toLetters = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
