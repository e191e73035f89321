import { scenarios, type Sandbox } from "@human-connect/sandbox";
import { Hono } from "hono";
import { createAssets } from "./assets.ts";
import { createCmsPage } from "./cms-page.ts";
import { createConnectionsEndpoint } from "./connections-endpoint.ts";
import { pageHtml } from "./page-html.ts";
import type { People } from "./people.ts";
import { refuseCrossSite } from "./refuse-cross-site.ts";
import { securityHeaders } from "./security-headers.ts";
import { readPerson, signInAsNewPerson, type SignedIn } from "./sign-in.ts";
import { readSettings } from "./src/settings.ts";
import { createTokenEndpoint } from "./token-endpoint.ts";

/** The patient app's whole server: its page, a page of a CMS, their files, and three calls. */
export function createApp(sandbox: Sandbox, people: People): Hono<SignedIn> {
  const app = new Hono<SignedIn>();
  app.use(securityHeaders(sandbox));
  app.use("/api/*", refuseCrossSite);
  app.use(readPerson);

  app.get("/", async (context) => {
    const person = context.get("person") ?? signInAsNewPerson(context);
    const settings = readSettings(new URL(context.req.url).searchParams);
    context.header("cache-control", "no-store");
    return context.html(
      pageHtml(settings, {
        connectUrl: sandbox.connectUrl,
        cdnUrl: sandbox.cdnUrl,
        scenarios,
        initialConnections: people.connectionsOf(person),
      }),
    );
  });

  app.post("/api/start-over", (context) => {
    signInAsNewPerson(context);
    return context.body(null, 204);
  });

  app.route("/", createTokenEndpoint(sandbox));
  app.route("/", createConnectionsEndpoint(people));
  app.route("/", createCmsPage(sandbox));
  const elementFile = new URL("../packages/element/dist/human-connect.js", import.meta.url);
  app.route("/", createAssets(new URL("dist/", import.meta.url), elementFile));
  return app;
}
