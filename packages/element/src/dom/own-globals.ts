/** What the library below looks for on the window, where it may be missing: marks of its other copies, and parts for old browsers. */
const names = [
  "ShadyCSS",
  "litNonce",
  "litPropertyMetadata",
  "reactiveElementPolyfillSupport",
  "reactiveElementVersions",
  "trustedTypes",
];

// An element or a frame of the page that is called so is found in its place, and would end the script as soon as it runs.
for (const name of typeof window === "undefined" ? [] : names) {
  if (name in window && !Object.hasOwn(window, name))
    Object.defineProperty(window, name, { value: undefined, configurable: true, writable: true });
}
