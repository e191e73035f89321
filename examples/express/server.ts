import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { createHumanApi, createTokenHandler } from "@human-connect/server";
import { toNodeHandler } from "@human-connect/server/node";
import express from "express";

const { HUMAN_API_CLIENT_ID: clientId = "", HUMAN_API_CLIENT_SECRET: clientSecret = "" } = process.env;
const { HUMAN_API_AUTH_URL: authUrl, HUMAN_API_CONNECT_URL, HUMAN_API_CLIENT_URL } = process.env;

const handleToken = createTokenHandler<express.Request>({
  humanApi: createHumanApi({ clientId, clientSecret, authUrl }),
  // Your own id of whoever is signed in, such as (_, request) => request.user?.id. The example has no sign-in; nobody is
  // answered 401.
  identify: () => process.env["DEMO_USER_ID"],
});

const page = `<!doctype html>
<html lang="en">
  <head>
    <title>Your records</title>
    <script type="module" src="/human-connect.js"></script>
  </head>
  <body>
    <h1>Your records</h1>
    <human-connect-card
      token-url="/api/human-connect/token"
      base-url="${HUMAN_API_CONNECT_URL ?? ""}"
      client-url="${HUMAN_API_CLIENT_URL ?? ""}"
    ></human-connect-card>
  </body>
</html>
`;
const script = fileURLToPath(import.meta.resolve("@human-connect/element/human-connect.js"));

const app = express();
app.all("/api/human-connect/token", toNodeHandler(handleToken));
app.get("/", (_, response) => response.send(page));
app.get("/human-connect.js", (_, response) => response.sendFile(script));

const server = app.listen(Number(process.env["PORT"] ?? 3000), "localhost", (error) => {
  if (error) throw error;
  console.log(`http://localhost:${(server.address() as AddressInfo).port}`);
});
