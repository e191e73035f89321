/** A user of your application: your own id of the user, which Human API calls `client_user_id`. */
export type ClientUser = string | { clientUserId: string; clientUserEmail?: string | undefined };

export interface ReadClientUser {
  clientUserId: string;
  clientUserEmail: string | undefined;
}

const remedy = "Pass your own id of the user as a string, such as user.id.";

/** The results of converting a wrong value to a string by mistake. */
const accidents = ["undefined", "null", "NaN", "true", "false", "[object Object]", "[object Promise]"];

/**
 * Checks a user.
 *
 * @throws {TypeError} for a value that cannot be the id of a user. Two users must never share an id by accident.
 */
export function readClientUser(user: ClientUser): ReadClientUser {
  const fields: unknown = typeof user === "string" ? { clientUserId: user } : user;
  if (typeof fields !== "object" || fields === null) throw new TypeError(`The user is ${describe(user)}. ${remedy}`);
  const { clientUserId, clientUserEmail } = fields as { clientUserId?: unknown; clientUserEmail?: unknown };
  if (typeof clientUserId !== "string") throw new TypeError(`The user's id is ${describe(clientUserId)}. ${remedy}`);
  if (clientUserId.trim() === "") throw new TypeError(`The user's id is empty. ${remedy}`);
  if (accidents.includes(clientUserId)) throw new TypeError(`The user's id is the string "${clientUserId}". ${remedy}`);
  if (clientUserId.length > mostLetters)
    throw new TypeError(`The user's id is longer than ${mostLetters} characters. ${remedy}`);
  // Encoding would replace lone surrogates, and two ids could become the same.
  if (/\p{Surrogate}/u.test(clientUserId)) throw new TypeError(`The user's id is not well-formed Unicode. ${remedy}`);
  if (clientUserEmail !== undefined && !isEmail(clientUserEmail))
    throw new TypeError(
      `The user's clientUserEmail has to be a string of 1 to ${mostLetters} characters, or undefined.`,
    );
  return { clientUserId, clientUserEmail };
}

/** Limits the length of ids, which are part of each request, and kept in memory. */
const mostLetters = 1000;

const isEmail = (value: unknown): value is string =>
  typeof value === "string" && value !== "" && value.length <= mostLetters;

/** The type of a value, without the value, which may be personal data. */
function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return "an array";
  if (value instanceof Promise) return "a promise that was not awaited";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
