import { Departure } from "./reply/departure.js";
import { findDirect } from "./reply/serve.js";
import { type Reply, errorReply } from "./reply/json-reply.js";
import { findMount, type Mount, type MountedRequest } from "./node/mount.js";
import { isRefusedMethod, toRequest } from "./node/request.js";
import { sendResponse } from "./node/response.js";
import { isPending } from "./reply/proceed.js";
import { sendReply } from "./node/send-reply.js";

export type { NodeHeader, NodeRequest, NodeResponse } from "./reply/node-message.js";
export type { MountedRequest } from "./node/mount.js";

/**
 * Handles a request of Node or of a framework. Resolves when the response was passed on, and never rejects, except with a TypeError if
 * its arguments contain no Node request and response.
 */
export type NodeHandler<Context> = (request: Context & MountedRequest, response?: object) => Promise<void>;

/** Any function from Request to Response, with an optional context as its second argument. */
type AnyHandler = (request: Request, context?: never) => Promise<Response>;

/** The type of a handler's context. */
type ContextOf<H extends AnyHandler> = H extends (request: Request, context?: infer Context) => unknown
  ? Context
  : unknown;

/**
 * Adapts a handler to `node:http`, Express, NestJS, Fastify, Koa, hapi, h3 1 and any other framework based on Node. `identify` receives
 * the framework's own request (Koa's context, h3's event) as its second argument, with the session that a middleware has attached to it.
 *
 * @param handler A handler from `createTokenHandler`, or any other function from Request to Response.
 * @example
 * app.post("/api/human-connect/token", toNodeHandler(createTokenHandler<express.Request>({ humanApi, identify: (_, request) => request.user?.id })));
 */
export function toNodeHandler<H extends AnyHandler>(handler: H): NodeHandler<ContextOf<H>> {
  // Handlers of this package reply without a Response, which would only be unpacked again.
  const direct = findDirect(handler);
  return async (given: MountedRequest, givenResponse) => {
    const mount = findMount(given, givenResponse);
    const request = readRequest(mount);
    if (!(request instanceof Request)) await sendReply(request, mount);
    else if (direct) {
      // A synchronous reply is not awaited.
      const reply = orNothing(() => direct(request, given));
      const sending = sendReply((isPending(reply) ? await reply : reply) ?? failed, mount);
      if (sending) await sending;
    } else {
      const response = await orNothing(() => handler(request, given as never));
      await sendResponse(response ?? new Response(null, failed), mount.response, mount.headers);
    }
    return mount.result as undefined;
  };
}

const failed = { status: 500, headers: { "cache-control": "no-store" } } as const;

/** @returns The request, or an error reply if Fetch does not accept it. */
function readRequest({ request: node, response, kept }: Mount): Request | Reply {
  if (isRefusedMethod(node.method)) return errorReply(405, "method-not-allowed", "Use POST.", { allow: "POST" });
  const malformed = "The request's method, URL or headers are malformed.";
  return toRequest(node, kept, new Departure(response)) ?? errorReply(400, "request-malformed", malformed);
}

/** Never rejects: no caller handles the rejection, and an unhandled rejection ends the process. */
function orNothing<T>(handle: () => T | Promise<T>): T | undefined | Promise<T | undefined> {
  try {
    const reply = handle();
    return isPending(reply) ? reply.then(undefined, () => undefined) : reply;
  } catch {
    return undefined;
  }
}
