/** The window property with the sandbox that answers the Connect pages in the window's frames. */
export const sandboxKey: unique symbol = Symbol.for("human-connect-sandbox");

declare global {
  interface Window {
    [sandboxKey]?: { fetch(request: Request): Promise<Response> };
  }
}
