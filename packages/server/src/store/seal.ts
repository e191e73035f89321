import { CompactEncrypt, compactDecrypt } from "jose";

/** A key that entries of the store are encrypted with. */
export interface EncryptionKey {
  /** Any name. It stands in each entry in the clear, to find the key again. */
  id: string;
  /** 32 random bytes, or the same in base64 or base64url: `openssl rand -base64 32`. */
  key: Uint8Array | string;
}

/** Makes text unreadable for whoever has the store. */
export interface Seal {
  close(key: string, text: string): Promise<string>;
  /** @returns The text; undefined for anything that was not closed by one of our keys, for this place in the store. */
  open(key: string, sealed: string): Promise<string | undefined>;
}

/** No encryption. */
export const noSeal: Seal = {
  close: (_key, text) => Promise.resolve(text),
  open: (_key, sealed) => Promise.resolve(sealed),
};

/**
 * Encrypts with AES-256-GCM. The first key encrypts, all of them decrypt, so a key is replaced by putting the new one first and
 * taking the old one out a day later, when everything that it closed has expired.
 *
 * @throws {TypeError} for a key that is none.
 * @see https://www.rfc-editor.org/rfc/rfc7516
 */
export function createSeal(keys: readonly EncryptionKey[]): Seal {
  const secrets = new Map(keys.map((key) => [readId(key), readSecret(key)]));
  if (secrets.size !== keys.length) throw new TypeError("The option encryptionKeys has two keys with one id.");
  const [first] = secrets;
  if (!first) throw new TypeError("The option encryptionKeys is empty. Leave it out to store without encryption.");
  const [kid, secret] = first;

  return {
    // The place is sealed in as well: whoever can write to the store cannot give one person another's token.
    close: (key, text) =>
      new CompactEncrypt(new TextEncoder().encode(JSON.stringify([key, text])))
        .setProtectedHeader({ alg: "dir", enc: "A256GCM", kid })
        .encrypt(secret),
    async open(key, sealed) {
      try {
        const { plaintext } = await compactDecrypt(sealed, ({ kid: used }) => findSecret(secrets, used), {
          keyManagementAlgorithms: ["dir"],
          contentEncryptionAlgorithms: ["A256GCM"],
        });
        const [place, text] = JSON.parse(new TextDecoder().decode(plaintext)) as [unknown, string];
        return place === key ? text : undefined;
      } catch {
        return undefined;
      }
    },
  };
}

function findSecret(secrets: ReadonlyMap<string, Uint8Array>, kid: unknown): Uint8Array {
  const secret = secrets.get(String(kid));
  if (!secret) throw new Error("No such key.");
  return secret;
}

function readId({ id }: EncryptionKey): string {
  if (typeof id === "string" && id !== "") return id;
  throw new TypeError("A key of encryptionKeys has no id.");
}

function readSecret({ id, key }: EncryptionKey): Uint8Array {
  const bytes = typeof key === "string" ? decodeBase64(key) : key;
  if (bytes instanceof Uint8Array && bytes.byteLength === 32) return bytes;
  throw new TypeError(
    `The key ${JSON.stringify(id)} of encryptionKeys has to be 32 bytes, or those in base64. Make one with: openssl rand -base64 32`,
  );
}

function decodeBase64(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(text.trim().replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
  } catch {
    return undefined;
  }
}
