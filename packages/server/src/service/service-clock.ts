/** The service's time, so that servers whose clocks differ agree on when a token expires. */
export interface ServiceClock {
  /** Milliseconds since 1970, by the service's clock as far as it is known. */
  now(): number;
  /**
   * Adjusts to the `Date` header of a response.
   *
   * @param sentAt When the request was sent, by the local clock. Used as the time of the response, so tokens expire early rather than late.
   * @returns The same moment by the service's clock.
   */
  learn(headers: Headers, sentAt: number): number;
}

export function createServiceClock(now: () => number): ServiceClock {
  let aheadMs = 0;
  return {
    now: () => now() + aheadMs,
    learn(headers, sentAt) {
      const date = Date.parse(headers.get("date") ?? "");
      if (!Number.isNaN(date)) aheadMs = date - sentAt;
      return sentAt + aheadMs;
    },
  };
}
