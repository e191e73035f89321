import { readFile } from "node:fs/promises";
import { serve } from "@hono/node-server";
import { contentSecurityPolicy, createHumanApi, createTokenHandler, toPolicyHeader } from "@human-connect/server";
import { Hono } from "hono";
import { html } from "hono/html";

const { HUMAN_API_CLIENT_ID: clientId = "", HUMAN_API_CLIENT_SECRET: clientSecret = "" } = process.env;
const { HUMAN_API_AUTH_URL: authUrl, HUMAN_API_CONNECT_URL: baseUrl, HUMAN_API_CLIENT_URL: clientUrl } = process.env;

const handleToken = createTokenHandler({
  humanApi: createHumanApi({ clientId, clientSecret, authUrl }),
  // Your own id of whoever your session says is signed in. The example has no sign-in; nobody is answered 401.
  identify: () => process.env["DEMO_USER_ID"],
});

const policy = toPolicyHeader(
  { "default-src": ["'none'"], "script-src": ["'self'"], "style-src": ["'self'"] },
  contentSecurityPolicy({ baseUrl, client: clientUrl ? { url: clientUrl } : "cdn" }),
);

const app = new Hono();
app.all("/api/human-connect/token", (context) => handleToken(context.req.raw));

app.get("/", (context) => {
  context.header("content-security-policy", policy);
  return context.html(
    html`<!doctype html>
      <html lang="en">
        <head>
          <title>Before your first visit</title>
          <script type="module" src="/human-connect.js"></script>
        </head>
        <body>
          <h1>Before your first visit</h1>
          <p>Sign in where your records are kept, and choose what we may see.</p>
          <human-connect-list for="connect"></human-connect-list>
          <human-connect-button
            id="connect"
            token-url="/api/human-connect/token"
            base-url="${baseUrl}"
            client-url="${clientUrl}"
            message="hidden"
          ></human-connect-button>
          <human-connect-status for="connect"></human-connect-status>
        </body>
      </html>`,
  );
});

const script = await readFile(new URL(import.meta.resolve("@human-connect/element/human-connect.js")));
app.get("/human-connect.js", (context) => context.body(script, 200, { "content-type": "text/javascript" }));

serve({ fetch: app.fetch, port: Number(process.env["PORT"] ?? 3000), hostname: "localhost" }, ({ port }) =>
  console.log(`http://localhost:${port}`),
);
