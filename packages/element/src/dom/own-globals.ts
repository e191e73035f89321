/** Globals that Lit reads on the window, where they may be missing: marks of its other copies, and polyfill hooks. */
const names = [
  "ShadyCSS",
  "litNonce",
  "litPropertyMetadata",
  "reactiveElementPolyfillSupport",
  "reactiveElementVersions",
  "trustedTypes",
];

// Otherwise an element or a frame with such a name would be found instead (DOM clobbering), and the script would throw at once.
for (const name of typeof window === "undefined" ? [] : names) {
  if (name in window && !Object.hasOwn(window, name))
    Object.defineProperty(window, name, { value: undefined, configurable: true, writable: true });
}
