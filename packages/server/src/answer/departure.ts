import type { NodeResponse } from "./node-message.js";
import { untilAborted } from "../base/with-deadline.js";

const departure: unique symbol = Symbol("departure");

/**
 * Whether a client of Node's server is still there. The response is watched, and a signal made, when somebody has to know: an answer
 * that is there at once needs neither.
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

  /** The value, or a failure as soon as the client has gone. */
  until<T>(value: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.isGone) reject(toReason());
      let isSettled = false;
      const settle = (): boolean => (isSettled = true);
      value.then(
        (result) => settle() && resolve(result),
        (error: Error) => settle() && reject(error),
      );
      // After what a value that is there already calls.
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

const toReason = (): Error => new DOMException("The client has gone.", "AbortError");

/** Whether all was sent is no question of HTTP/2, which says so of a stream that was cut off, too. */
const isSent = ({ writableEnded, writableFinished }: NodeResponse): boolean => writableEnded ?? writableFinished;

/** Whether the client has gone before its answer. HTTP/2 tells by the stream behind the response. */
const isCutOff = (response: NodeResponse): boolean =>
  (response.destroyed === true || response.stream?.destroyed === true) && !isSent(response);

/**
 * A request whose signal is that of a departure. A request that is made of it (`new Request(request)`) has none; one that is given it as
 * its options has.
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

/** Whether whoever sent the request has left. */
export const isGone = (request: Request): boolean =>
  request instanceof DepartingRequest
    ? request[departure].isGone
    : ((request.signal as AbortSignal | undefined)?.aborted ?? false);

/** The value, unless whoever sent the request leaves before it is there. Some platforms make requests without a signal. */
export function untilGone<T>(request: Request, value: Promise<T>): Promise<T> {
  if (request instanceof DepartingRequest) return request[departure].until(value);
  const signal = request.signal as AbortSignal | undefined;
  return signal ? untilAborted(signal, value) : value;
}
