import type { Row } from "./read-rows.ts";

/** What stands around a row's lines in a program that runs. */
export type Frame = (row: Row) => string;

const shared = `
import { handleEvents, handleToken } from "../../fixtures/handlers.mjs";
import { listen, ready, serve } from "../../fixtures/serve.mjs";
import { toNodeHandler } from "@human-connect/server/node";
`;

/** Imports and what the lines name, the lines one below the other, and what serves them. */
const frame =
  (before: string, after: string): Frame =>
  ({ token, events }) =>
    [shared, before, ...token, ...events, after].join("\n");

const onExpress = (name: string, before = ""): Frame =>
  frame(`import express from "${name}";\nconst app = express();\n${before}`, "await serve(app);");

const onNest = (adapter: string): Frame => {
  return ({ token, events }) => `${shared}
import "reflect-metadata";
import { All, Controller, Module, Post, Req, Res } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
${adapter}
@Controller()
class HumanConnect {
${token.join("\n")}
${events.join("\n")}
}
@Module({ controllers: [HumanConnect] })
class AppModule {}
const app = await NestFactory.create(AppModule, ...adapter, { rawBody: true, logger: ["error"] });
await app.listen(0, "127.0.0.1");
ready(await listen(app.getHttpServer()));`;
};

/** Behind API Gateway, whose two formats of events differ. */
const onLambda = (name: string, before: string, functions: string): Readonly<Record<string, Frame>> => {
  const imports = `import { serveLambda, toEvent1 } from "../../fixtures/lambda.mjs";\n${before}`;
  return {
    [`${name}, format 2.0`]: frame(imports, `await serveLambda(${functions});`),
    [`${name}, format 1.0`]: frame(imports, `await serveLambda(${functions}, toEvent1);`),
  };
};

/** Files that export handlers, under `routes` by their paths. */
const onRoutes =
  (before: string, after: string): Frame =>
  ({ token, events }) => {
    const files = { "api/human-connect/token": token, "api/human-connect/notifications": events };
    return `import { importRoutes, serveFetch } from "../../fixtures/routes.mjs";
${before}
const routes = await importRoutes(new URL("routes/", import.meta.url), ${JSON.stringify(files)});
const find = (request) => routes[new URL(request.url).pathname.slice(1)];
${after}`;
  };

/** What SvelteKit, SolidStart and TanStack Start have in common: the exported handler gets an object with the request. */
const callHandler = "await serveFetch((request) => handlerOf(find(request))({ request }));";

const http2 = `
import { createServer } from "node:http2";
import { proxyToHttp2 } from "../../fixtures/http2.mjs";
let tokens, events;`;

/** By the first cell of the row: the programs in which its lines have to work. */
export const frames: Readonly<Record<string, Readonly<Record<string, Frame>>>> = {
  "`node:http`, HTTP/2": {
    "node:http": frame(
      'import { createServer } from "node:http";\nlet tokens, events;',
      "ready({ token: `${await listen(tokens)}/t`, events: `${await listen(events)}/e` });",
    ),
    "HTTP/2": frame(
      http2,
      "ready({ token: `${await proxyToHttp2(await listen(tokens))}/t`, events: `${await proxyToHttp2(await listen(events))}/e` });",
    ),
  },
  "Express 5, Express 4": {
    "Express 5": onExpress("express"),
    "Express 4": onExpress("express-4"),
    "Express 5 with express.json() after it": frame(
      'import express from "express";\nconst app = express();',
      "app.use(express.json());\nawait serve(app);",
    ),
  },
  "Angular, `server.ts`": { "Express 5": onExpress("express") },
  "Astro, in `src/pages`": {
    Astro: onRoutes(
      'import { experimental_AstroContainer as Container } from "astro/container";\nconst astro = await Container.create();',
      'await serveFetch((request) => astro.renderToResponse(find(request), { routeType: "endpoint", request }));',
    ),
  },
  "React Router, a resource route": {
    "React Router": onRoutes(
      'import { createRequestHandler } from "react-router";',
      `const build = {
  entry: { module: {} },
  assets: { entry: { module: "", imports: [] }, routes: {}, url: "", version: "1" },
  publicPath: "/",
  assetsBuildDirectory: "",
  future: {},
  ssr: true,
  isSpaMode: false,
  prerender: [],
  routeDiscovery: { mode: "initial", manifestPath: "/__manifest" },
};
const entries = Object.entries(routes).map(([path, module]) => [path, { id: path, path, module }]);
await serveFetch(createRequestHandler({ ...build, routes: Object.fromEntries(entries) }, "production"));`,
    ),
  },
  "SvelteKit, `+server.ts`; SolidStart": {
    "an exported POST": onRoutes("const handlerOf = ({ POST }) => POST;", callHandler),
  },
  "TanStack Start": {
    "handlers of a route": onRoutes(
      "globalThis.createFileRoute = () => (options) => options;\nconst handlerOf = ({ Route }) => Route.server.handlers.POST;",
      callHandler,
    ),
  },
  "Express after `express.json()`": { "Express 5": onExpress("express"), "Express 4": onExpress("express-4") },
  "Fastify 5": {
    "Fastify 5": frame(
      'import fastify from "fastify";\nimport fastifyRawBody from "fastify-raw-body";\nconst app = fastify();',
      'await app.listen({ port: 0, host: "127.0.0.1" });\nready(await listen(app.server));',
    ),
    "Fastify 5 with @fastify/cors": frame(
      `import fastify from "fastify";
import cors from "@fastify/cors";
import fastifyRawBody from "fastify-raw-body";
const app = fastify();
await app.register(cors, { origin: "https://page.example", credentials: true });`,
      'await app.listen({ port: 0, host: "127.0.0.1" });\nready(await listen(app.server));',
    ),
  },
  "Koa 3": {
    "Koa 3": frame(
      'import Koa from "koa";\nimport { Router } from "@koa/router";\nconst router = new Router();',
      "await serve(new Koa().use(router.routes()).callback());",
    ),
  },
  "hapi 21": {
    "hapi 21": frame(
      'import { server as createHapi } from "@hapi/hapi";\nconst server = createHapi({ port: 0, host: "127.0.0.1" });',
      "await server.start();\nready(await listen(server.listener));",
    ),
  },
  "NestJS, in a controller": {
    "NestJS on Express": onNest("const adapter = [];"),
    "NestJS on Fastify": onNest(
      'import { FastifyAdapter } from "@nestjs/platform-fastify";\nconst adapter = [new FastifyAdapter()];',
    ),
  },
  "h3 2": {
    "h3 2": frame(
      'import { H3, toNodeHandler as toListener } from "h3";\nconst app = new H3();',
      "await serve(toListener(app));",
    ),
  },
  "h3 1, Nuxt 4": {
    "h3 1": frame(
      `import { createApp, createRouter, defineEventHandler, toNodeListener, toWebRequest } from "h3-1";
const router = createRouter();`,
      "await serve(toNodeListener(createApp().use(router)));",
    ),
  },
  Hono: {
    Hono: frame(
      'import { Hono } from "hono";\nimport { getRequestListener } from "@hono/node-server";\nconst app = new Hono();',
      "await serve(getRequestListener(app.fetch));",
    ),
  },
  "Lambda, serverless-http": onLambda(
    "serverless-http",
    'import serverless from "serverless-http";',
    "{ token: tokens, events }",
  ),
  "Lambda, @codegenie/serverless-express": {
    ...onLambda(
      "Express 5",
      'import express from "express";\nimport serverlessExpress from "@codegenie/serverless-express";\nconst app = express();',
      "{ token: handler, events: handler }",
    ),
    ...onLambda(
      "Express 4",
      'import express from "express-4";\nimport serverlessExpress from "@codegenie/serverless-express";\nconst app = express();',
      "{ token: handler, events: handler }",
    ),
  },
  "Lambda, hono/aws-lambda": onLambda(
    "Hono",
    'import { Hono } from "hono";\nimport { handle } from "hono/aws-lambda";\nconst app = new Hono();',
    "{ token: handler, events: handler }",
  ),
  "Azure Functions 4": {
    "Azure Functions 4": frame(
      'import { serveAzure } from "../../fixtures/azure.mjs";\nconst { app } = await import("@azure/functions");',
      "await serveAzure();",
    ),
  },
  "Google Cloud Functions, Firebase": {
    "functions-framework": frame(
      'import * as functions from "@google-cloud/functions-framework";\nimport { getTestServer } from "@google-cloud/functions-framework/testing";',
      'ready({ token: `${await listen(getTestServer("token"))}/t`, events: `${await listen(getTestServer("events"))}/e` });',
    ),
  },
};
