/** Names entries of the store. */
export interface StoreKeys {
  /**
   * The same text for the same kind and person, from which nobody can tell the person.
   *
   * @param clientUserId Undefined for what belongs to the application itself.
   */
  of(kind: string, clientUserId: string | undefined): Promise<string>;
}

/**
 * Keys are keyed hashes: a plain hash of an e-mail address or a number is found by trying all of them. They also depend on the
 * service's address and the client id, so environments can share a store.
 *
 * @param scope What else tells applications apart.
 */
export function createStoreKeys(clientSecret: string, scope: readonly string[]): StoreKeys {
  const encoder = new TextEncoder();
  const recent = new Map<string, Promise<string>>();
  let key: Promise<CryptoKey> | undefined;

  async function digest(text: string): Promise<string> {
    const algorithm = { name: "HMAC", hash: "SHA-256" };
    key ??= crypto.subtle.importKey("raw", encoder.encode(clientSecret), algorithm, false, ["sign"]);
    const bytes = new Uint8Array(await crypto.subtle.sign("HMAC", await key, encoder.encode(text)));
    return toHex(bytes.subarray(0, 16));
  }

  return {
    async of(kind, clientUserId) {
      const text = JSON.stringify([...scope, clientUserId ?? null]);
      const known = recent.get(text) ?? digest(text);
      if (text.length <= mostLetters) recent.set(text, known);
      if (recent.size > maxRecent) recent.delete(recent.keys().next().value!);
      return `human-connect:${await known}:${kind}`;
    },
  };
}

/** Each click needs the key of one person several times, and hashing is what takes longest when a token is there already. */
const maxRecent = 1000;

/** What is longer is hashed each time: ids of events come from whoever calls, and are as long as they like. */
const mostLetters = 500;

const toHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
