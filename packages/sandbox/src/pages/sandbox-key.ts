/** Where a window keeps the sandbox that answers the Connect pages in its frames. */
export const sandboxKey: unique symbol = Symbol.for("human-connect-sandbox");

declare global {
  interface Window {
    [sandboxKey]?: { fetch(request: Request): Promise<Response> };
  }
}
