import { HumanConnectError } from "./errors.js";

/** A token endpoint's answer without a token; the `cause` of `token-failed`. */
export class EndpointError extends Error {
  override readonly name = "EndpointError";
  /** HTTP status; undefined when only the body was given. */
  readonly status: number | undefined;
  /** The endpoint's own code, such as `not-signed-in`. */
  readonly code: string | undefined;
  /** From `Retry-After`, when it is a number. */
  readonly retryAfterSeconds: number | undefined;

  constructor(what: string, facts: { status?: number; code?: string | undefined; retryAfter?: string | null }) {
    super(`The token endpoint answered ${what}`);
    this.status = facts.status;
    this.code = facts.code;
    this.retryAfterSeconds = Number(facts.retryAfter) || undefined;
  }

  /** What the user can do about it; undefined if nothing. */
  get remedy(): "sign-in" | "wait" | undefined {
    const { status = 0, code = "" } = this;
    if (status === 401 || code === "not-signed-in") return "sign-in";
    const isPassing =
      status === 429 || status >= 500 || /^(too-many-requests|rate-limited|upstream-|store-)/.test(code);
    return isPassing ? "wait" : undefined;
  }
}

/**
 * Reads the body of what `getToken` returned: a `Response` is parsed, and an answer that reports an error is thrown.
 *
 * @throws {HumanConnectError} `token-failed` with an {@link EndpointError} as its cause. Never with the body of the answer.
 */
export async function readAnswer(answer: unknown): Promise<unknown> {
  if (!isResponse(answer)) return refuseError(answer, {});
  const { status } = answer;
  const facts = { status, retryAfter: answer.headers.get("retry-after") };
  const fault = findFault(answer);
  const body = (await answer.json().catch((error: Error) => {
    // An interrupted body is a network failure.
    if (!fault && error.name !== "SyntaxError") throw error;
  })) as unknown;
  refuseError(body, facts);
  if (fault) throw refusal(fault, facts);
  // No parse error as a cause: its message quotes the body.
  if (body === undefined) throw refusal(`${status} ${describeBody(answer)} where JSON was expected.`, facts);
  return body;
}

/** Duck typing: a test environment may have several `Response` classes, or none. */
export function isResponse(value: unknown): value is Response {
  const { json, status } = (value ?? {}) as Partial<Response>;
  return typeof json === "function" && typeof status === "number";
}

function refuseError(body: unknown, facts: { status?: number; retryAfter?: string | null }): unknown {
  const error = own(body, "error");
  if (error === undefined || error === null || own(body, "token") || own(body, "session_token")) return body;
  // A code is an identifier without digits; anything else may contain a token or the endpoint's input.
  const given = typeof error === "string" ? error : own(error, "code");
  const code = typeof given === "string" && /^[a-z][a-z_.-]*$/i.test(given) && given.length <= 60 ? given : undefined;
  const what = [facts.status, code ?? "an error"].filter(Boolean).join(" ");
  throw refusal(`${what}. ${remedyFor(facts.status, code)}`, { ...facts, code });
}

/** What is wrong with a response, judged before its body is read. */
function findFault({ type, status, ok, headers }: Response): string | undefined {
  if (type === "opaqueredirect" || (status >= 300 && status < 400))
    return "with a redirect, perhaps to a sign-in page. Use the final URL, and answer with 401 if no user is signed in.";
  if (!ok) return `${status}. ${remedyFor(status)}`;
  if (/^text\/html\b/i.test(headers.get("content-type") ?? ""))
    return "with an HTML page, perhaps a sign-in page. Answer with JSON, and with 401 if no user is signed in.";
  return undefined;
}

/** Describes a body that is not JSON, by its headers. */
function describeBody({ status, headers }: Response): string {
  const mediaType = (headers.get("content-type") ?? "").split(";")[0]!.trim().toLowerCase();
  if (status === 204 || headers.get("content-length") === "0") return "without a body";
  if (/^application\/([\w.-]+\+)?json$/.test(mediaType))
    return "with a body that is not JSON, although its content-type says so,";
  return `with ${/^[\w.+/-]{1,60}$/.test(mediaType) ? mediaType : "no content-type"}`;
}

function remedyFor(status = 0, code = ""): string {
  if (status === 401 || code === "not-signed-in")
    return "No user is signed in: show the button to signed-in users only.";
  if (status === 403) return "The signed-in user may not connect, or the page has another origin.";
  if (status === 404 || status === 405) return "Check the URL, and that it answers POST.";
  return "See the log of your server.";
}

function refusal(what: string, facts: ConstructorParameters<typeof EndpointError>[1]): HumanConnectError {
  const cause = new EndpointError(what, facts);
  return new HumanConnectError("token-failed", cause.message, { cause });
}

function own(body: unknown, name: string): unknown {
  return typeof body === "object" && body !== null && Object.hasOwn(body, name)
    ? (body as Record<string, unknown>)[name]
    : undefined;
}
