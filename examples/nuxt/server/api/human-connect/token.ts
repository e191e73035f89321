import { createHumanApi, createTokenHandler } from "@human-connect/server";

const { HUMAN_API_CLIENT_ID: clientId = "", HUMAN_API_CLIENT_SECRET: clientSecret = "" } = process.env;

const handle = createTokenHandler({
  humanApi: createHumanApi({ clientId, clientSecret, authUrl: process.env.HUMAN_API_AUTH_URL }),
  // Your own id of whoever your session says is signed in. The example has no sign-in; nobody is answered 401.
  identify: () => process.env.DEMO_USER_ID,
});

export default defineEventHandler((event) => handle(toWebRequest(event)));
