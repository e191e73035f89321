import { HumanApiError } from "../base/human-api-error.js";
import type { Log, LogRecord } from "../base/log.js";
import { toLoggedError } from "../base/logged-error.js";
import { errorReply, type Reply, toResponse } from "./json-reply.js";
import { isPending } from "./proceed.js";

/** What is particular to one endpoint. */
export interface Endpoint<Context> {
  /**
   * May throw or reject.
   *
   * @param startedAt When the request arrived, in milliseconds since 1970.
   */
  reply(request: Request, context: Context, startedAt: number): Reply | Promise<Reply>;
  /** The reply to an error that is not the host's; undefined for any other. Default: undefined. */
  explain?(error: unknown, request: Request): Reply | undefined;
  /** The reply to any other error, which is logged as `handler-failed`. */
  readonly failure: Reply;
  toRecord(reply: Reply, durationMs: number): LogRecord;
  /** Completes every reply. Default: leaves it as it is. */
  complete?(reply: Reply, request: Request): Reply;
}

type DirectHandler = (request: Request, context?: unknown) => Reply | Promise<Reply>;

const direct = new WeakMap<object, DirectHandler>();

/**
 * Creates a Fetch handler that measures, catches, logs and responds. It never rejects.
 *
 * Its plain replies are registered for the Node adapter of this package: for a cached token, building a Response and unpacking it again
 * costs more than everything else together. A reply that is available synchronously stays synchronous.
 */
export function serve<Context>(
  endpoint: Endpoint<Context>,
  log: Log,
): (request: Request, context?: Context) => Promise<Response> {
  const handleDirectly: DirectHandler = (request, context) => {
    const startedAt = Date.now();
    const finish = (reply: Reply): Reply => {
      log(endpoint.toRecord(reply, Date.now() - startedAt));
      return endpoint.complete ? endpoint.complete(reply, request) : reply;
    };
    const fail = (error: unknown): Reply => finish(toErrorReply(error, request, endpoint, log));
    let replying: Reply | Promise<Reply>;
    try {
      replying = endpoint.reply(request, context as Context, startedAt);
    } catch (error) {
      return fail(error);
    }
    return isPending(replying) ? replying.then(finish, fail) : finish(replying);
  };
  const handle = async (request: Request, context?: Context): Promise<Response> =>
    toResponse(await handleDirectly(request, context));
  direct.set(handle, handleDirectly);
  return handle;
}

/** @returns Undefined for a handler that this package did not create, or that was wrapped. */
export const findDirect = (handler: object): DirectHandler | undefined => direct.get(handler);

function toErrorReply<Context>(
  error: unknown,
  request: Request,
  { explain, failure }: Endpoint<Context>,
  log: Log,
): Reply {
  if (error instanceof HumanApiError && error.code === "credentials-missing")
    return errorReply(500, error.code, error.message);
  const explained = explain?.(error, request);
  if (explained) return explained;
  log({ level: "error", event: "handler-failed", error: toLoggedError(error) });
  return failure;
}
