import type { Context } from "hono";
import { pageSecurityPolicy } from "./page-html.js";

/** Answers with a page of the sandbox, whose URL may hold a token: it is told to nobody and kept nowhere. */
export function sendPage(context: Context, html: string): Response | Promise<Response> {
  context.header("content-security-policy", pageSecurityPolicy);
  context.header("referrer-policy", "no-referrer");
  context.header("x-content-type-options", "nosniff");
  context.header("cache-control", "no-store");
  return context.html(html);
}
