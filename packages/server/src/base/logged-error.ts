import { cutBetweenWords, redact } from "./redact.js";

/** An error as it can be logged: everything that looks like a secret is removed from each field. */
export interface LoggedError {
  name: string;
  message: string;
  stack: string | undefined;
  /** Underlying errors, nearest first: causes, and the `errors` of an AggregateError. At most five, without their stacks. */
  causes?: readonly Pick<LoggedError, "name" | "message">[];
}

const mostCauses = 5;
const mostLetters = { name: 100, message: 2000, stack: 8000 } as const;

/** Never throws, for any thrown value: it is called while another error is handled. */
export function toLoggedError(error: unknown): LoggedError {
  const causes = [...collectCauses(error)].map(describe);
  return {
    ...describe(error),
    stack: readText(error, "stack"),
    ...(causes.length > 0 && { causes }),
  };
}

/**
 * Creates the `cause` of an error of this package: only the name, message and code of the innermost error. An error of `fetch` or of
 * a store may reference the request, which holds the secret.
 */
export function toCause(error: unknown): Error {
  let inner = error;
  for (const cause of collectCauses(error)) if (describe(cause).message !== "") inner = cause;
  const { name, message } = describe(inner);
  const code = [inner, ...collectCauses(error)].map(readCode).find((found) => found !== undefined);
  const cause = new Error(message, code === undefined ? undefined : { cause: code });
  cause.name = name;
  return cause;
}

function describe(error: unknown): Pick<LoggedError, "name" | "message"> {
  const message = readText(error, "message");
  return message === undefined
    ? { name: "Error", message: toText(error) }
    : { name: readText(error, "name") ?? "Error", message };
}

/** Iterates over the underlying errors; terminates for circular references, too. */
function* collectCauses(error: unknown): Generator<unknown, void, undefined> {
  const seen = new Set<unknown>([error]);
  // Iterating over a Set includes the values that are added meanwhile.
  for (const one of seen) {
    if (one !== error) yield one;
    for (const inner of readCauses(one)) if (seen.size <= mostCauses) seen.add(inner);
  }
}

function readCauses(error: unknown): unknown[] {
  const [cause, errors] = [read(error, "cause"), read(error, "errors")];
  const all = Array.isArray(errors) ? [cause, ...(errors as unknown[]).slice(0, mostCauses)] : [cause];
  return all.filter((one) => typeof one === "object" && one !== null);
}

/** Such as `ECONNREFUSED`. Errors made by `toCause` hold it as their `cause`. */
function readCode(error: unknown): string | undefined {
  const code = read(error, "code") ?? read(error, "cause");
  return typeof code === "string" && /^[A-Z][A-Z\d_]{1,40}$/.test(code) && redact(code) === code ? code : undefined;
}

function readText(error: unknown, name: "name" | "message" | "stack"): string | undefined {
  const text = read(error, name);
  return typeof text === "string" ? shorten(text, mostLetters[name]) : undefined;
}

/** Truncates after secrets are removed, so that no part of a secret remains. */
const shorten = (text: string, most: number): string => cutBetweenWords(redact(text), most);

/** A getter or a proxy may throw. */
function read(error: unknown, name: string): unknown {
  try {
    return typeof error === "object" && error !== null ? (error as Record<string, unknown>)[name] : undefined;
  } catch {
    return undefined;
  }
}

function toText(value: unknown): string {
  try {
    return shorten(String(value), mostLetters.message);
  } catch {
    return "a value that cannot be converted to a string";
  }
}
