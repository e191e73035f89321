import { createHumanApi, createTokenHandler } from "@human-connect/server";

const { HUMAN_API_CLIENT_ID: clientId = "", HUMAN_API_CLIENT_SECRET: clientSecret = "" } = process.env;

export const POST = createTokenHandler({
  humanApi: createHumanApi({ clientId, clientSecret, authUrl: process.env["HUMAN_API_AUTH_URL"] }),
  // Your own id of whoever is signed in, such as (await auth())?.user?.id. The example has no sign-in; nobody is answered 401.
  identify: () => process.env["DEMO_USER_ID"],
});
