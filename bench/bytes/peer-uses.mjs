// The real uses of the peers, each as its README has it. What is loaded from the vendor's own servers is not counted.
const keep = (names, from) => `import { ${names.join(", ")} } from "${from}"; globalThis.used = [${names.join(", ")}];`;

/** @type {Record<string, string>} */
export const peerUses = {
  "react-plaid-link": keep(["usePlaidLink"], "react-plaid-link"),
  "@marsidev/react-turnstile": keep(["Turnstile"], "@marsidev/react-turnstile"),
  "@tryfinch/react-connect": keep(["useFinchConnect"], "@tryfinch/react-connect"),
  "@mergeapi/react-merge-link": keep(["useMergeLink"], "@mergeapi/react-merge-link"),
  "@paypal/react-paypal-js": keep(["PayPalScriptProvider", "PayPalButtons"], "@paypal/react-paypal-js"),
  "@hcaptcha/react-hcaptcha": `import HCaptcha from "@hcaptcha/react-hcaptcha"; globalThis.used = [HCaptcha];`,
  "@stripe/react-stripe-js": [
    keep(["Elements", "PaymentElement", "useStripe", "useElements"], "@stripe/react-stripe-js"),
    `import { loadStripe } from "@stripe/stripe-js"; globalThis.used.push(loadStripe);`,
  ].join("\n"),
  "@stripe/stripe-js": keep(["loadStripe"], "@stripe/stripe-js"),
  "@lit/reactive-element": keep(["ReactiveElement", "css"], "@lit/reactive-element"),
  lit: keep(["LitElement", "html", "css"], "lit"),
};

/** The floor: what everyone writes who has no kit. */
export const handWritten = `
const loads = new Map();
globalThis.loadScript = (src) => {
  if (!loads.has(src)) loads.set(src, new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { src, onload: resolve, onerror: reject });
    document.head.append(script);
  }).catch((error) => { loads.delete(src); throw error; }));
  return loads.get(src);
};`;
