// What a bundler for browsers finds in place of the package: it stops the page before a client secret can be part of it.

/** Every export of the package; the first one that is read says what is wrong. */
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
    "@human-connect/server was imported into a page. It works with your client_secret, which must never reach a browser. " +
      "Import it in server code only, and let the page ask your token endpoint. " +
      "In a test, run the file in Node (Jest: @jest-environment node): a simulated page imports as a browser does.",
  );
}
