import { type Answer, toResponse } from "./json-answer.js";

type Answering<Context> = (request: Request, context?: Context) => Answer | Promise<Answer>;

const answering = new WeakMap<object, Answering<never>>();

/**
 * Creates a Fetch handler and registers its plain answers for the Node adapter of this package: for a cached token, building a
 * Response and unpacking it again costs more than everything else together.
 */
export function toHandler<Context>(
  answer: Answering<Context>,
): (request: Request, context?: Context) => Promise<Response> {
  const handler = async (request: Request, context?: Context): Promise<Response> =>
    toResponse(await answer(request, context));
  answering.set(handler, answer as Answering<never>);
  return handler;
}

/** @returns Undefined for a handler that this package did not create, or that was wrapped. */
export function findAnswering(handler: object): Answering<unknown> | undefined {
  return answering.get(handler) as Answering<unknown> | undefined;
}
