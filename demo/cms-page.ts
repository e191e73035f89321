import { randomBytes } from "node:crypto";
import type { Sandbox } from "@human-connect/sandbox";
import { Hono } from "hono";
import { elementsPage, linksPage } from "./cms-html.ts";
import { writePolicy } from "./security-headers.ts";
import { signInAsNewPerson, type SignedIn } from "./sign-in.ts";

/** `/cms` and `/cms/links`: pages of a clinic's site with one script in them, under a policy that knows no `'self'` for scripts. */
export function createCmsPage({ connectUrl, cdnUrl }: Pick<Sandbox, "connectUrl" | "cdnUrl">): Hono<SignedIn> {
  const app = new Hono<SignedIn>();
  for (const [path, page] of Object.entries({ "/cms": elementsPage, "/cms/links": linksPage }))
    app.get(path, (context) => {
      if (!context.get("person")) signInAsNewPerson(context);
      const nonce = randomBytes(18).toString("base64");
      const clientUrl = `${cdnUrl}/humanapi-connect-client@2.4.1.js`;
      const kit = { baseUrl: connectUrl, client: { url: clientUrl }, trustedTypes: true };
      context.header("cache-control", "no-store");
      context.header("content-security-policy", writePolicy(`'nonce-${nonce}'`, kit));
      return context.html(page({ nonce, connectUrl, clientUrl }));
    });
  return app;
}
