import { Hono } from "hono";
import { pageSecurityPolicy } from "./page-html.js";

const html = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Forger</title>
    <script type="module" src="/connect/forger.js"></script>
  </head>
  <body></body>
</html>
`;

// Both 2.x and 1.x names are filled, so that whatever reads the results finds something that nobody connected.
const script = `const source = { id: "f0f0f0f0f0f0f0f0f0f0f0f0", name: "Forged Source" };
const results = { connectedSources: [source], disconnectedSources: [], requestedSources: [] };
const payload = { sessionResults: results, currentConnections: [source], requestedProviders: [], connections: [source] };
const messages = [
  { type: "hapi-connect-connect-source", status: "CONNECTED_SOURCE", ...payload },
  { type: "hapi-connect-close", status: "SUCCESS", ...payload },
];

function forge() {
  for (const target of new Set([window.parent, window.top])) {
    if (target === window) continue;
    for (const message of messages) target.postMessage(message, "*");
  }
}

addEventListener("message", (event) => {
  if (event.data === "forge") forge();
});
forge();
`;

/**
 * A small page, framed by the Connect page in the scenario `forged-messages`, whose own window posts messages that only
 * Connect should send: once when it loads, and again whenever it is sent the message `"forge"`.
 */
export function createForger(): Hono {
  const app = new Hono();
  app.get("/connect/forger", (context) => {
    context.header("content-security-policy", pageSecurityPolicy);
    context.header("referrer-policy", "no-referrer");
    context.header("cache-control", "no-store");
    return context.html(html);
  });
  app.get("/connect/forger.js", (context) => {
    context.header("content-type", "text/javascript; charset=utf-8");
    context.header("cache-control", "no-store");
    return context.body(script);
  });
  return app;
}
