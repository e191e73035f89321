// Browser bundles get this module instead of `./humanity`: it throws, so that no password can become part of a page.

/** All exports of the entry; evaluating the first one throws. */
export const createHumanityClient: never = refuse();
export const HumanityError: never = refuse();
export const humanityErrorCodes: never = refuse();

function refuse(): never {
  throw new Error(
    "@human-connect/server/humanity was imported into a page. It needs a password and a client_secret, which must never " +
      "reach a browser. Import it in server code only. " +
      "In a test, run the file in Node (Jest: @jest-environment node): a simulated page resolves imports as a browser does.",
  );
}
