import type { NodeHeader, NodeRequest, NodeResponse } from "../answer/node-message.js";

/** A request in one of the ways in which frameworks hand it over. */
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

/** What a framework has handed over. */
export interface Mount {
  readonly request: NodeRequest;
  readonly response: NodeResponse;
  /** The body, where a platform or a parser has read it and kept its bytes. */
  readonly kept: Uint8Array | undefined;
  /** Headers that plugins have set, where the framework does not send them any more. */
  readonly headers: Readonly<Record<string, NodeHeader>>;
  /** What the framework wants to be returned. */
  readonly result: unknown;
}

/**
 * Finds Node's request and response in what a framework hands over, and takes the answer out of the framework's hands.
 *
 * @throws {TypeError} when there is nothing to answer by.
 */
export function findMount(given: unknown, givenResponse: unknown): Mount {
  for (const find of places) {
    const [request, response] = find(given, givenResponse);
    if (isRequest(request) && isResponse(response)) return takeOver(given, givenResponse, { request, response });
  }
  throw new TypeError(
    "toNodeHandler was given no request and response of Node's. The README of @human-connect/server shows how to mount it.",
  );
}

type Pair = readonly [request: unknown, response: unknown];

const findPair = (holder: unknown): Pair => [get(holder, "req"), get(holder, "res")];

/** Where frameworks keep Node's request and response; Node and Express hand over these themselves. */
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
  // Koa's way to say the same.
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
 * The body's bytes: of `rawBody`, where Google's functions, Firebase, NestJS and fastify-raw-body keep them, or of a body that was
 * read as bytes.
 */
function findBytes(request: NodeRequest, given: unknown): Uint8Array | undefined {
  // Parsers of Koa keep it on the request within the context.
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

/** Also of what is no object, and of getters that throw. */
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
