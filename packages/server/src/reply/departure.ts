import type { NodeResponse } from "./node-message.js";
import { untilAborted } from "../base/with-deadline.js";

const departure: unique symbol = Symbol("departure");

/**
 * Tracks whether the client of a Node server is still connected. It subscribes to the response and creates a signal only on demand: an
 * reply that is available synchronously needs neither.
 */
export class Departure {
  readonly #response: NodeResponse;
  #controller: AbortController | undefined;
  #hasLeft = false;
  #isWatched = false;
  #onLeave: ((reason: Error) => void) | undefined;

  constructor(response: NodeResponse) {
    this.#response = response;
  }

  get signal(): AbortSignal {
    this.#watch();
    this.#controller ??= new AbortController();
    if (this.#hasLeft) this.#controller.abort();
    return this.#controller.signal;
  }

  get isGone(): boolean {
    return this.#hasLeft || isCutOff(this.#response);
  }

  /** Resolves with the value; rejects as soon as the client disconnects. */
  until<T>(value: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.isGone) reject(toReason());
      let isSettled = false;
      const settle = (): boolean => (isSettled = true);
      value.then(
        (result) => settle() && resolve(result),
        (error: Error) => settle() && reject(error),
      );
      // Runs after the callbacks of a promise that is already settled.
      queueMicrotask(() => {
        if (isSettled) return;
        this.#onLeave = reject;
        this.#watch();
      });
    });
  }

  #watch(): void {
    if (this.#isWatched) return;
    this.#isWatched = true;
    if (isCutOff(this.#response)) this.#leave();
    this.#response.once?.("close", () => {
      if (!isSent(this.#response)) this.#leave();
    });
  }

  #leave(): void {
    this.#hasLeft = true;
    this.#controller?.abort();
    this.#onLeave?.(toReason());
  }
}

const toReason = (): Error => new DOMException("The client disconnected.", "AbortError");

/** HTTP/2 sets `writableFinished` on a stream that was cut off, too, so `writableEnded` is preferred. */
const isSent = ({ writableEnded, writableFinished }: NodeResponse): boolean => writableEnded ?? writableFinished;

/** Whether the client disconnected before the response ended. With HTTP/2 the stream behind the response tells. */
const isCutOff = (response: NodeResponse): boolean =>
  (response.destroyed === true || response.stream?.destroyed === true) && !isSent(response);

/**
 * A request whose `signal` is that of a `Departure`. A copy made by `new Request(request)` does not follow it; a request that receives
 * this one as its `init` does.
 */
class DepartingRequest extends Request {
  readonly [departure]: Departure;

  constructor(input: string | Request, init: RequestInit, from: Departure) {
    super(input, init);
    this[departure] = from;
  }

  override get signal(): AbortSignal {
    return this[departure].signal;
  }

  override clone(): Request {
    return new DepartingRequest(super.clone(), {}, this[departure]);
  }
}

export const createDepartingRequest = (url: string, init: RequestInit, from: Departure): Request =>
  new DepartingRequest(url, init, from);

/** Whether the client that sent the request has disconnected. */
export const isGone = (request: Request): boolean =>
  request instanceof DepartingRequest
    ? request[departure].isGone
    : ((request.signal as AbortSignal | undefined)?.aborted ?? false);

/** Resolves with the value; rejects if the client disconnects first. Some platforms create requests without a signal. */
export function untilGone<T>(request: Request, value: Promise<T>): Promise<T> {
  if (request instanceof DepartingRequest) return request[departure].until(value);
  return untilAborted(request.signal as AbortSignal | undefined, value);
}
