import { createHumanApi, createTokenHandler, type TokenHandler } from "@human-connect/server";

let handle: TokenHandler | undefined;

export function POST(request: Request): Promise<Response> {
  // At the first call: a build loads this file too, and needs no secret.
  handle ??= createHandler();
  return handle(request);
}

function createHandler(): TokenHandler {
  const { HUMAN_API_CLIENT_ID: clientId = "", HUMAN_API_CLIENT_SECRET: clientSecret = "" } = process.env;
  return createTokenHandler({
    humanApi: createHumanApi({ clientId, clientSecret, authUrl: process.env["HUMAN_API_AUTH_URL"] }),
    // Your own id of whoever is signed in, such as (await auth())?.user?.id. The example has no sign-in; nobody is answered 401.
    identify: () => process.env["DEMO_USER_ID"],
  });
}
