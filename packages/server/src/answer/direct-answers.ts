import { type Answer, toResponse } from "./json-answer.js";

type Answering<Context> = (request: Request, context?: Context) => Answer | Promise<Answer>;

const answering = new WeakMap<object, Answering<never>>();

/**
 * A handler for everybody who speaks Fetch, and its answers as they are for our own adapter: making a Response to take it apart
 * again costs more than everything else together when a token is kept.
 */
export function toHandler<Context>(
  answer: Answering<Context>,
): (request: Request, context?: Context) => Promise<Response> {
  const handler = async (request: Request, context?: Context): Promise<Response> =>
    toResponse(await answer(request, context));
  answering.set(handler, answer as Answering<never>);
  return handler;
}

/** @returns Undefined for a handler that is not ours, or that somebody has wrapped. */
export function findAnswering(handler: object): Answering<unknown> | undefined {
  return answering.get(handler) as Answering<unknown> | undefined;
}
