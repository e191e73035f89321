// What a bundler for browsers finds in place of `./humanity`: it stops the page before a password can be part of it.

/** Every export of the entry; the first one that is read says what is wrong. */
export const createHumanityClient: never = refuse();
export const HumanityError: never = refuse();
export const humanityErrorCodes: never = refuse();

function refuse(): never {
  throw new Error(
    "@human-connect/server/humanity was imported into a page. It works with a password and a client_secret, which must never " +
      "reach a browser. Import it in server code only. " +
      "In a test, run the file in Node (Jest: @jest-environment node): a simulated page imports as a browser does.",
  );
}
