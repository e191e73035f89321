import type { Context } from "hono";
import { pageSecurityPolicy } from "./page-html.js";

/** Sends a page of the sandbox. Its URL may contain a token, so the response sets no referrer and no caching. */
export function sendPage(context: Context, html: string): Response | Promise<Response> {
  context.header("content-security-policy", pageSecurityPolicy);
  context.header("referrer-policy", "no-referrer");
  context.header("x-content-type-options", "nosniff");
  context.header("cache-control", "no-store");
  return context.html(html);
}
