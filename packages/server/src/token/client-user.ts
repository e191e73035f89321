/** Somebody of yours, as you know them: your own id of them, which Human API calls `client_user_id`. */
export type ClientUser = string | { clientUserId: string; clientUserEmail?: string };

export interface ReadClientUser {
  clientUserId: string;
  clientUserEmail: string | undefined;
}

const mend = "Give your own id of the user as a string, such as user.id.";

/** What a value becomes that was made a string by mistake. */
const accidents = ["undefined", "null", "NaN", "true", "false", "[object Object]", "[object Promise]"];

/**
 * Checks a user.
 *
 * @throws {TypeError} for anything that cannot be somebody's id. Two people must never share one by accident.
 */
export function readClientUser(user: ClientUser): ReadClientUser {
  const fields: unknown = typeof user === "string" ? { clientUserId: user } : user;
  if (typeof fields !== "object" || fields === null) throw new TypeError(`The user is ${describe(user)}. ${mend}`);
  const { clientUserId, clientUserEmail } = fields as { clientUserId?: unknown; clientUserEmail?: unknown };
  if (typeof clientUserId !== "string") throw new TypeError(`The user's id is ${describe(clientUserId)}. ${mend}`);
  if (clientUserId.trim() === "") throw new TypeError(`The user's id is empty. ${mend}`);
  if (accidents.includes(clientUserId)) throw new TypeError(`The user's id is the text "${clientUserId}". ${mend}`);
  if (clientUserId.length > mostLetters)
    throw new TypeError(`The user's id is longer than ${mostLetters} letters. ${mend}`);
  // JSON would replace them, and two ids would become one.
  if (/\p{Surrogate}/u.test(clientUserId)) throw new TypeError("The user's id is not well-formed Unicode.");
  if (clientUserEmail !== undefined && !isEmail(clientUserEmail))
    throw new TypeError(
      `The user's clientUserEmail has to be a string of at most ${mostLetters} letters, or be left out.`,
    );
  return { clientUserId, clientUserEmail };
}

/** Ids stand in each request, and in memory. */
const mostLetters = 1000;

const isEmail = (value: unknown): value is string =>
  typeof value === "string" && value !== "" && value.length <= mostLetters;

/** The kind of a value, without the value: it may be somebody's. */
function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return "an array";
  if (value instanceof Promise) return "a promise that nobody has awaited";
  return typeof value === "object" ? "an object without one" : `a ${typeof value}`;
}
