import { Hono } from "hono";
import { forgerHtml, forgerScript } from "./forger-html.js";
import { pageSecurityPolicy } from "./page-html.js";

/**
 * A small page, framed by the Connect page in the scenario `forged-messages`. Its own window posts messages that only Connect should
 * send: once on load, and again each time it receives the message `"forge"`.
 */
export function createForger(): Hono {
  const app = new Hono();
  app.get("/connect/forger.html", (context) => {
    context.header("content-security-policy", pageSecurityPolicy);
    context.header("referrer-policy", "no-referrer");
    context.header("cache-control", "no-store");
    return context.html(forgerHtml);
  });
  app.get("/connect/forger.js", (context) => {
    context.header("content-type", "text/javascript; charset=utf-8");
    context.header("cache-control", "no-store");
    return context.body(forgerScript);
  });
  return app;
}
