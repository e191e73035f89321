import { CompactEncrypt, compactDecrypt } from "jose";

/** A key that encrypts entries of the store. */
export interface EncryptionKey {
  /** Any name. Each entry contains it unencrypted, to find the key for decryption. */
  id: string;
  /** 32 random bytes, or the same in base64 or base64url: `openssl rand -base64 32`. */
  key: Uint8Array | string;
}

/** Encrypts values, so that they cannot be read from the store alone. */
export interface Encryption {
  encrypt(key: string, text: string): Promise<string>;
  /** @returns The decrypted text; undefined unless it was encrypted with one of `encryptionKeys`, for this key in the store. */
  decrypt(key: string, encrypted: string): Promise<string | undefined>;
}

/** No encryption. */
export const noEncryption: Encryption = {
  encrypt: (_key, text) => Promise.resolve(text),
  decrypt: (_key, encrypted) => Promise.resolve(encrypted),
};

/**
 * Encrypts with AES-256-GCM. The first key encrypts, all of them decrypt. To rotate a key, put the new one first and remove the old one
 * a day later, when every token that it encrypted has expired.
 *
 * @throws {TypeError} for an invalid key.
 * @see https://www.rfc-editor.org/rfc/rfc7516
 */
export function createEncryption(keys: readonly EncryptionKey[]): Encryption {
  const secrets = new Map(keys.map((key) => [readId(key), readSecret(key)]));
  if (secrets.size !== keys.length) throw new TypeError("The option encryptionKeys has two keys with the same id.");
  const [first] = secrets;
  if (!first) throw new TypeError("The option encryptionKeys is empty. Omit it to store values without encryption.");
  const [kid, secret] = first;

  return {
    // The entry's key in the store is encrypted as well: an attacker who can write to the store cannot give one user another user's token.
    encrypt: (key, text) =>
      new CompactEncrypt(new TextEncoder().encode(JSON.stringify([key, text])))
        .setProtectedHeader({ alg: "dir", enc: "A256GCM", kid })
        .encrypt(secret),
    async decrypt(key, encrypted) {
      try {
        const { plaintext } = await compactDecrypt(encrypted, ({ kid: used }) => findSecret(secrets, used), {
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
    `The key ${JSON.stringify(id)} of encryptionKeys has to be 32 bytes, raw or in base64. Create one with: openssl rand -base64 32`,
  );
}

function decodeBase64(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(text.trim().replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
  } catch {
    return undefined;
  }
}
