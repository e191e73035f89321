/** The time as the service has it, so that servers whose clocks differ agree on when a token expires. */
export interface ServiceClock {
  /** Milliseconds since 1970, by the service's clock as far as it is known. */
  now(): number;
  /**
   * Learns from an answer.
   *
   * @param sentAt When its request was sent, by our clock: taken as the moment of the answer, tokens end early rather than late.
   * @returns That moment by the service's clock.
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
