// The networks of the benchmark.

/**
 * @typedef {{ rttMs: number, bytesPerMs: number }} Network Round-trip time, and what arrives at the page at most.
 *
 * @type {Record<string, Network>}
 */
export const networks = {
  none: { rttMs: 0, bytesPerMs: Infinity },
  cable: { rttMs: 40, bytesPerMs: 10_000_000 / 8 / 1000 },
  "slow 4G": { rttMs: 150, bytesPerMs: 1_600_000 / 8 / 1000 },
};
