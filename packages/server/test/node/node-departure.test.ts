import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { createTokenHandler, type HumanApi, type TokenHandlerOptions } from "../../src/index.js";
import { toNodeHandler } from "../../src/node.js";
import { createApi, createLogBook, listen, startSandbox } from "../support/support.js";

/** A client that asks and can leave, and what the handler says of its call. */
async function ask(options: Pick<TokenHandlerOptions, "humanApi"> & Partial<TokenHandlerOptions>) {
  const { onLog, records } = createLogBook();
  const handle = toNodeHandler(createTokenHandler({ identify: () => "jane", ...options, onLog }));
  const [over, gone] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const url = await listen((request, response) => {
    response.once("close", gone.resolve);
    handle(request, response).then(over.resolve, over.reject);
  });
  const socket = connect(Number(new URL(url).port), "127.0.0.1").on("error", () => {});
  socket.write("POST / HTTP/1.1\r\nHost: localhost\r\n\r\n");
  return {
    records,
    over: over.promise,
    async leave() {
      socket.destroy();
      await gone.promise;
    },
  };
}

const isGone = [expect.objectContaining({ level: "info", status: 499, code: "client-gone" })];

describe("a client of Node's that leaves", () => {
  it("before its token is minted is answered no more", async () => {
    const asked = Promise.withResolvers<void>();
    const humanApi = {
      connectToken() {
        asked.resolve();
        return new Promise(() => {});
      },
    } as unknown as HumanApi;
    const { leave, over, records } = await ask({ humanApi });
    await asked.promise;

    await leave();
    await over;

    expect(records).toEqual(isGone);
  });

  it("while it is asked who they are gets no token, though one is kept", async () => {
    const humanApi = createApi(await startSandbox());
    await humanApi.connectToken("jane");
    const [asked, known] = [Promise.withResolvers<void>(), Promise.withResolvers<string>()];
    const identify = (): Promise<string> => {
      asked.resolve();
      return known.promise;
    };
    const { leave, over, records } = await ask({ humanApi, identify });
    await asked.promise;

    await leave();
    known.resolve("jane");
    await over;

    expect(records).toEqual(isGone);
  });

  it("before anybody asks for its signal has a signal that is aborted", async () => {
    const [asked, goesOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let isAborted: boolean | undefined;
    const identify = async (request: Request): Promise<null> => {
      asked.resolve();
      await goesOn.promise;
      isAborted = request.signal.aborted;
      return null;
    };
    const { leave, over } = await ask({ humanApi: createApi(await startSandbox()), identify });
    await asked.promise;

    await leave();
    goesOn.resolve();
    await over;

    expect(isAborted).toBe(true);
  });
});

it("a signal that somebody asks for after the answer was sent is not aborted", async () => {
  let kept: Request | undefined;
  const handle = toNodeHandler(async (request: Request) => {
    kept = request;
    return new Response("ok");
  });
  const closed = Promise.withResolvers<void>();
  const url = await listen((request, response) => {
    response.once("close", closed.resolve);
    void handle(request, response);
  });

  await (await fetch(url, { headers: { connection: "close" } })).text();
  await closed.promise;

  expect(kept!.signal.aborted).toBe(false);
});
