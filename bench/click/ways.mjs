// The ways from a click to Connect that are compared.

/**
 * `page`: which page of `click/pages`. `by`: how it is clicked: a `tap` that nothing announces, a `press` of a finger that lies on the
 * button for a while, a `hover` of a mouse before its click, or a `dwell` of one that hesitates. `floor`: the way that it is compared with in the same round.
 *
 * @typedef {{ name: string, page: string, by: "tap" | "press" | "hover" | "dwell", floor: string, query?: string }} Way
 *
 * @type {Record<string, Way>}
 */
export const ways = {
  parallel: { name: "script and token in parallel on the click", page: "parallel", by: "tap", floor: "parallel" },
  ready: { name: "script and token already there", page: "ready", by: "tap", floor: "ready" },
  cold: { name: "kit, nothing prepared", page: "kit", by: "tap", floor: "parallel" },
  press: { name: "kit, finger down 80 ms before", page: "kit", by: "press", floor: "parallel" },
  intent: { name: "kit, intent 300 ms before", page: "kit", by: "hover", floor: "parallel" },
  prefetch: {
    name: "kit with prefetchToken, intent 300 ms before",
    page: "kit",
    by: "hover",
    floor: "ready",
    query: "?prefetch",
  },
  prepared: {
    name: "kit with prefetchToken, intent 2 s before",
    page: "kit",
    by: "dwell",
    floor: "ready",
    query: "?prefetch",
  },
  direct: { name: "kit with directClient(), nothing prepared", page: "direct", by: "tap", floor: "parallel" },
  directIntent: {
    name: "kit with directClient(), intent 300 ms before",
    page: "direct",
    by: "hover",
    floor: "parallel",
  },
};

/** Milliseconds that a finger lies on the button, and that a mouse is over it before its click. */
export const pressMs = 80;
export const intentMs = { hover: 300, dwell: 2000 };
