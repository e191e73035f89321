import type { ClientUser } from "../token/client-user.js";
import type { HumanApi } from "../api/create-human-api.js";
import { isGone, untilGone } from "../reply/departure.js";
import { HumanApiError } from "../base/human-api-error.js";
import { type Reply, errorReply } from "../reply/json-reply.js";
import { findDirectConnect } from "../api/direct-connect.js";
import { createLog, type Log, type LogRecord } from "../base/log.js";
import { allowOrigin, type CallOrigin, readCallOrigin, readOrigins } from "./origin-check.js";
import { replyToPreflight, readAllowedHeaders } from "./preflight.js";
import { incomplete } from "../reply/receive-body.js";
import { isPending, proceed } from "../reply/proceed.js";
import { refuseBody } from "../reply/request-body.js";
import { serve } from "../reply/serve.js";
import type { ConnectToken } from "../token/tokens.js";

/** @typeParam Context The framework's second argument, such as Hono's context or Express's request. */
export interface TokenHandlerOptions<Context = unknown> {
  humanApi: Pick<HumanApi, "connectToken" | "remembered">;
  /**
   * Returns your own id of the signed-in user. Null or undefined if no user is signed in.
   *
   * Read it from your session, never from the request's body or query: Connect opens the data of the user that is returned here.
   */
  identify: (
    request: Request,
    context: Context,
  ) => ClientUser | null | undefined | Promise<ClientUser | null | undefined>;
  /** Other origins whose pages may call the endpoint, such as `https://app.example.com`. Default none: the handler's own origin only. */
  allowedOrigins?: readonly string[] | undefined;
  /** Headers that pages of those origins may send besides `content-type`. Default: all that they request. */
  allowedHeaders?: readonly string[] | undefined;
  /** Returns the seconds until the user may request a token again; 0 lets the request pass. Default: every request passes. */
  rateLimit?:
    | ((call: { request: Request; context: Context; user: ClientUser }) => number | Promise<number>)
    | undefined;
  /** Adds `human_id` to the response. Default false: no browser needs it. */
  exposeHumanId?: boolean | undefined;
  /**
   * Keeps the call of Human API alive after the client disconnects, on platforms that would end it with the request:
   * `(work, context) => context.executionCtx.waitUntil(work)`. Default: does nothing, which is right for long-running servers.
   */
  waitUntil?: ((work: Promise<void>, context: Context) => void) | undefined;
  /** Receives a record of each response, without tokens and user ids. Default: warnings and errors go to the console. */
  onLog?: Log | undefined;
}

/** @param context The framework's second argument, passed on to `identify`. */
export type TokenHandler<Context = unknown> = (request: Request, context?: Context) => Promise<Response>;

/**
 * Creates the endpoint behind `getToken` and `token-url`: it responds to POST with a token that opens Connect for the signed-in user,
 * in the format that the core accepts, and with nothing else. With `?reason=expired` or `?reason=invalid`, the `reason` that the core
 * passes to `getToken`, the token is a new one, unless the last one was requested in the same way within `renewalPauseMs` of
 * `createHumanApi`. If the client disconnects early, the token is cached for its next request.
 *
 * @returns A function from Request to Response. It never rejects.
 * @throws {TypeError} if an option is invalid; the message names the option.
 * @example
 * export const POST = createTokenHandler({ humanApi, identify: async () => (await auth())?.user?.id });
 */
export function createTokenHandler<Context = unknown>(options: TokenHandlerOptions<Context>): TokenHandler<Context> {
  const allowedOrigins = readOrigins(options.allowedOrigins ?? []);
  if (!options.humanApi?.connectToken)
    throw new TypeError("createTokenHandler has no humanApi. Pass one from createHumanApi.");
  if (typeof options.identify !== "function")
    throw new TypeError("createTokenHandler has no identify. Pass a function that returns the signed-in user's id.");
  readAllowedHeaders(options.allowedHeaders);
  return serve<Context>(
    {
      reply: (request, context) => reply({ request, context, options }, readCallOrigin(request, allowedOrigins)),
      explain,
      failure: errorReply(500, "server-failed", "The token endpoint failed. See the server's log for the error."),
      toRecord,
      complete: (completed, request) => allowOrigin(completed, request, allowedOrigins),
    },
    createLog(options.onLog),
  );
}

/** Errors thrown by the host's callbacks are logged separately, as `handler-failed`. */
function toRecord({ status, error }: Reply, durationMs: number): LogRecord {
  const isFault = status === 502 || error?.code === "credentials-missing";
  const level = isFault ? "error" : status === 503 ? "warn" : "info";
  return { level, event: "token-answered", status, durationMs, ...error };
}

interface Call<Context> {
  readonly request: Request;
  readonly context: Context;
  readonly options: TokenHandlerOptions<Context>;
}

function reply<Context>(call: Call<Context>, origin: CallOrigin): Reply | Promise<Reply> {
  const { request, context, options } = call;
  const refusal = refuseMethod(call, origin) ?? refuseForeign(origin);
  if (refusal) return refusal;
  // Hardly any request has a body.
  return proceed(request.body ? refuseContent(request) : undefined, (content) => {
    if (content) return content;
    return proceed(options.identify(request, context), (user) =>
      user === null || user === undefined
        ? errorReply(401, "not-signed-in", "No user is signed in. Show the button to signed-in users only.")
        : replyToUser(call, user),
    );
  });
}

function replyToUser<Context>(call: Call<Context>, user: ClientUser): Reply | Promise<Reply> {
  const { request, context, options } = call;
  const waiting = options.rateLimit ? options.rateLimit({ request, context, user }) : 0;
  return proceed(waiting, (waitSeconds) =>
    waitSeconds > 0
      ? refuseForNow(waitSeconds)
      : proceed(getToken(call, user), (token) =>
          options.exposeHumanId ? withHumanId(options, user, token) : { status: 200, body: toGrant(token) },
        ),
  );
}

function refuseForNow(waitSeconds: number): Reply {
  // An infinite wait cannot be written as Retry-After.
  const headers: Record<string, string> = Number.isFinite(waitSeconds)
    ? { "retry-after": String(Math.ceil(waitSeconds)) }
    : {};
  return errorReply(429, "too-many-requests", "Too many requests by this user. Try again later.", headers);
}

async function withHumanId(
  { humanApi }: Pick<TokenHandlerOptions<never>, "humanApi">,
  user: ClientUser,
  token: ConnectToken,
): Promise<Reply> {
  const { humanId } = await humanApi.remembered(user);
  return { status: 200, body: { ...toGrant(token), human_id: humanId } };
}

/** Synchronous if the token is in memory and the client is still connected. */
function getToken<Context>(
  { request, context, options }: Call<Context>,
  user: ClientUser,
): ConnectToken | Promise<ConnectToken> {
  const { humanApi } = options;
  const fresh = isRefused(request);
  const connect = findDirectConnect(humanApi.connectToken);
  const getting = connect ? connect(user, { fresh }) : humanApi.connectToken(user, { fresh });
  if (!isPending(getting) && !isGone(request)) return getting;
  const pending = Promise.resolve(getting);
  options.waitUntil?.(pending.then(doNothing, doNothing), context);
  return untilGone(request, pending);
}

const doNothing = (): void => {};

/** Undefined on platforms that create requests without a signal. */
const signalOf = (request: Request): AbortSignal | undefined => request.signal as AbortSignal | undefined;

function refuseMethod<Context>({ request, options }: Call<Context>, origin: CallOrigin): Reply | undefined {
  const { method, headers } = request;
  if (method === "POST") return undefined;
  if (method === "OPTIONS" && origin === "allowed" && headers.has("access-control-request-method"))
    return replyToPreflight(request, options.allowedHeaders);
  return errorReply(405, "method-not-allowed", "Use POST.", { allow: "POST" });
}

function refuseForeign(origin: CallOrigin): Reply | undefined {
  if (origin !== "foreign") return undefined;
  const remedy = "If the page is yours, add its origin to allowedOrigins of createTokenHandler.";
  return errorReply(403, "cross-site", `Requests from pages of other origins are refused. ${remedy}`);
}

async function refuseContent(request: Request): Promise<Reply | undefined> {
  const status = await refuseBody(request);
  if (status === 400) return errorReply(...incomplete);
  if (status === 413)
    return errorReply(413, "body-too-large", "The request body is too large. Send none: none is needed.");
  if (status === 415)
    return errorReply(
      415,
      "body-not-json",
      "The request body is not JSON. Send no body, or JSON with the content type application/json.",
    );
  return undefined;
}

/** Whether Connect has refused the last token: the core says so when it requests another one. */
function isRefused({ url }: Request): boolean {
  if (!url.includes("?")) return false;
  const reason = URL.canParse(url) ? new URL(url).searchParams.get("reason") : undefined;
  return reason === "expired" || reason === "invalid";
}

function toGrant({ type, token, expiresInSeconds }: ConnectToken): Record<string, string | number> {
  return type === "session"
    ? { session_token: token, expires_in: expiresInSeconds }
    : { id_token: token, expires_in: expiresInSeconds };
}

function explain(error: unknown, request: Request): Reply | undefined {
  if (error instanceof HumanApiError) {
    const { code, message, retryable, retryAfterSeconds } = error;
    const headers = retryAfterSeconds === undefined ? undefined : { "retry-after": String(retryAfterSeconds) };
    return errorReply(retryable ? 503 : 502, code, message, headers);
  }
  // No client will read this reply; the status is for the log.
  return signalOf(request)?.aborted ? errorReply(499, "client-gone", "The client disconnected.") : undefined;
}
