import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { toHttpFailure } from "../base/http-failure.js";
import { toServiceError } from "./service-error.js";

export type ServiceEnv = { Bindings: HttpBindings };

/** An app that answers errors in the vendor's format, and never lets a cache keep them. */
export function createServiceApp(): Hono<ServiceEnv> {
  const app = new Hono<ServiceEnv>();
  app.onError((error, context) => {
    const failure = toHttpFailure(error);
    context.header("cache-control", "no-store");
    if (failure !== error) console.error(error);
    return context.json(toServiceError(failure), failure.status);
  });
  return app;
}
