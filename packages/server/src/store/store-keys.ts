/** Names entries of the store. */
export interface StoreKeys {
  /**
   * The same text for the same kind and person, from which nobody can tell the person.
   *
   * @param clientUserId Undefined for what belongs to the application itself.
   */
  of(kind: string, clientUserId: string | undefined): Promise<string>;
  /** What all keys of a person begin with, at once, for somebody who was named a moment ago; undefined for others. */
  known(clientUserId: string): string | undefined;
}

interface Person {
  readonly digest: Promise<string>;
  /** Undefined until it is there. */
  begin: string | undefined;
}

/**
 * Keys are keyed hashes: a plain hash of an e-mail address or a number is found by trying all of them. They also depend on the
 * service's address and the client id, so environments can share a store.
 *
 * @param scope What else tells applications apart.
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

/** Each click needs the key of one person several times, and hashing is what takes longest when a token is there already. */
const maxRecent = 1000;

/** What is longer is hashed each time: ids of events come from whoever calls, and are as long as they like. */
const mostLetters = 500;

/** base64url, which is shorter than hexadecimal. */
const toLetters = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
