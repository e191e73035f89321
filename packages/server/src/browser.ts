// Browser bundles get this module instead of the package: it throws, so that no client secret can become part of a page.

/** All exports of the package; evaluating the first one throws. */
export const checkStore: never = refuse();
export const createHumanApi: never = refuse();
export const createNotificationHandler: never = refuse();
export const createTokenHandler: never = refuse();
export const createMemoryStore: never = refuse();
export const contentSecurityPolicy: never = refuse();
export const toPolicyHeader: never = refuse();
export const dataEndpoints: never = refuse();
export const errorCodes: never = refuse();
export const HumanApiError: never = refuse();

function refuse(): never {
  throw new Error(
    "@human-connect/server was imported into a page. It needs your client_secret, which must never reach a browser. " +
      "Import it in server code only, and let the page call your token endpoint. " +
      "In a test, run the file in Node (Jest: @jest-environment node): a simulated page resolves imports as a browser does.",
  );
}
