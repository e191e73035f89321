import type { NodeHeader, NodeRequest, NodeResponse } from "../reply/node-message.js";

/** A request, in any of the forms in which frameworks pass it to a handler. */
export type MountedRequest =
  /** Node's, Express's, NestJS's. */
  | NodeRequest
  /** Fastify's. */
  | { readonly raw: NodeRequest }
  /** hapi's. */
  | { readonly raw: NodePair }
  /** Koa's context. */
  | NodePair
  /** h3's event, version 1. */
  | { readonly node: NodePair };

interface NodePair {
  readonly req: NodeRequest;
  readonly res: NodeResponse;
}

/** What a framework has passed to the handler. */
export interface Mount {
  readonly request: NodeRequest;
  readonly response: NodeResponse;
  /** The bytes of the body, if a platform or a parser has read and kept them. */
  readonly kept: Uint8Array | undefined;
  /** Headers set by plugins, which the framework no longer sends itself. */
  readonly headers: Readonly<Record<string, NodeHeader>>;
  /** The value that the framework expects the handler to return. */
  readonly result: unknown;
}

/**
 * Finds Node's request and response in the arguments of a framework, and tells the framework not to respond itself.
 *
 * @throws {TypeError} if the arguments contain no request and response.
 */
export function findMount(given: unknown, givenResponse: unknown): Mount {
  for (const find of places) {
    const [request, response] = find(given, givenResponse);
    if (isRequest(request) && isResponse(response)) return takeOver(given, givenResponse, { request, response });
  }
  throw new TypeError(
    "toNodeHandler found no Node request and response in its arguments. The README of @human-connect/server shows how to mount it.",
  );
}

type Pair = readonly [request: unknown, response: unknown];

const findPair = (holder: unknown): Pair => [get(holder, "req"), get(holder, "res")];

/** Where frameworks keep Node's request and response; Node and Express pass them directly. */
const places: readonly ((given: unknown, givenResponse: unknown) => Pair)[] = [
  (given, givenResponse) => [given, givenResponse],
  (given, givenResponse) => [get(given, "raw"), get(givenResponse, "raw")],
  (given) => findPair(get(given, "raw")),
  findPair,
  (given) => findPair(get(given, "node")),
];

function takeOver(
  given: unknown,
  givenResponse: unknown,
  { request, response }: Pick<Mount, "request" | "response">,
): Mount {
  const isWrapped = givenResponse !== response;
  const headers: unknown = isWrapped ? call(givenResponse, "getHeaders") : undefined;
  if (isWrapped) call(givenResponse, "hijack");
  // Koa's equivalent of `hijack`.
  if (get(given, "res") === response && get(given, "req") === request)
    Object.assign(given as object, { respond: false });
  return {
    request,
    response,
    kept: findBytes(request, given),
    headers: (headers ?? noHeaders) as Record<string, NodeHeader>,
    result: isWrapped ? get(givenResponse, "abandon") : undefined,
  };
}

const noHeaders = {};

/**
 * The body's bytes: from `rawBody`, where Google Cloud Functions, Firebase, NestJS and fastify-raw-body keep them, or from a body that
 * was parsed as bytes.
 */
function findBytes(request: NodeRequest, given: unknown): Uint8Array | undefined {
  // Koa's parsers keep it on the request of the context.
  for (const holder of given === request ? [given] : [given, request, get(given, "request")]) {
    const bytes = get(holder, "rawBody");
    if (bytes instanceof Uint8Array) return bytes;
    if (typeof bytes === "string") return new TextEncoder().encode(bytes);
  }
  if (!request.readableEnded) return undefined;
  const bodies = [get(given, "body"), get(request, "body"), get(given, "payload")];
  return bodies.find((body) => body instanceof Uint8Array);
}

const isRequest = (value: unknown): value is NodeRequest =>
  typeof value === "object" && value !== null && "headers" in value;

function isResponse(value: unknown): value is NodeResponse {
  try {
    const response = value as Partial<NodeResponse> | null | undefined;
    return typeof response?.setHeader === "function" && typeof response.end === "function";
  } catch {
    return false;
  }
}

/** Returns undefined for values that are not objects, and for getters that throw. */
function get(value: unknown, name: string): unknown {
  try {
    return (value as Record<string, unknown> | null | undefined)?.[name];
  } catch {
    return undefined;
  }
}

function call(value: unknown, name: string): unknown {
  const method = get(value, name);
  return typeof method === "function" ? (method as () => unknown).call(value) : undefined;
}
