/** Headers of a file that stays as it is while a test runs: a browser fetches and compiles it once, and not anew for every page. */
export const kept = { "cache-control": "max-age=3600" };
