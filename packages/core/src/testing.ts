import type { ConnectClient } from "./client/client.js";
import type { HumanConnectErrorCode } from "./model/errors.js";
import { readMoment } from "./testing/failure.js";
import type { FakePerson, FakeSession } from "./testing/session.js";
import { createFakeSurface, type FakeBoard, type FakeScript } from "./testing/surface.js";

export type { FakePerson, FakeSession } from "./testing/session.js";
export type { FakeScript } from "./testing/surface.js";

/** A client for unit tests: no network and no frame; the test controls what happens in Connect. */
export interface FakeClient extends ConnectClient, FakePerson {
  /**
   * Ends the open session with an error. If no session is open, the next session fails with it, once, at the step where this error
   * occurs.
   *
   * @throws {TypeError} When the code does not exist.
   * @throws {Error} For a code that only occurs before Connect is open, when it is open.
   */
  fail: (code: HumanConnectErrorCode) => void;
  /** The open session, or the next one as soon as it opens. @returns Rejects when a session ends before it opens. */
  opened: () => Promise<FakeSession>;
  /** Every opening, oldest first. A renewed token opens Connect again, which adds an entry. */
  readonly sessions: readonly FakeSession[];
  /** Cancels open sessions as the user would, and clears everything. @returns Resolves when the page is free. */
  reset: () => Promise<void>;
}

/**
 * A client that opens no widget, for the option `client` of every face. The test or a script decides what happens in Connect, and your
 * code receives it after the same checks as in production. Runs in jsdom, in happy-dom and in a browser.
 *
 * @param script Plays each session. Default: nothing happens until the test calls a method.
 * @throws {TypeError} When the script is not a function.
 * @example
 * const fake = createFakeClient(({ connect, close }) => {
 *   connect({ id: "a1", name: "Alder Clinic" });
 *   close();
 * });
 * @example
 * const fake = createFakeClient();
 * button.click();
 * await fake.opened();
 * fake.connect({ id: "a1", name: "Alder Clinic" });
 */
export function createFakeClient(script?: FakeScript): FakeClient {
  if (script !== undefined && typeof script !== "function")
    throw new TypeError("createFakeClient() accepts a function, such as ({ close }) => close(), or nothing.");
  const board: FakeBoard = {
    script,
    sessions: [],
    requestedProviders: [],
    stages: new Set(),
    waiting: [],
    planned: undefined,
  };
  return {
    load: async () => ({ open() {} }),
    surface: async () => createFakeSurface(board),
    release: "An earlier test has left a session of its fake client open: await fake.reset() after each test.",
    connect: (sources) => findOpen(board, "connect").connect(sources),
    disconnect: (sources) => findOpen(board, "disconnect").disconnect(sources),
    request: (provider) => findOpen(board, "request").request(provider),
    close: () => findOpen(board, "close").close(),
    cancel: () => findOpen(board, "cancel").cancel(),
    expire: () => findOpen(board, "expire").expire(),
    fail(code) {
      readMoment(code);
      const session = board.sessions.at(-1);
      if (session?.isOpen) session.fail(code);
      else board.planned = code;
    },
    opened() {
      const session = board.sessions.at(-1);
      if (session?.isOpen) return Promise.resolve(session);
      return new Promise((resolve, reject) => board.waiting.push({ resolve, reject }));
    },
    sessions: board.sessions,
    reset: () => reset(board),
  };
}

function findOpen({ sessions }: FakeBoard, method: string): FakeSession {
  const session = sessions.at(-1);
  if (session?.isOpen) return session;
  throw new Error(`${method}() needs an open session: click the button first, then await opened().`);
}

async function reset(board: FakeBoard): Promise<void> {
  board.planned = undefined;
  board.waiting = [];
  board.sessions.length = board.requestedProviders.length = 0;
  const stages = [...board.stages];
  for (const { cancel } of stages) cancel();
  await Promise.all(stages.map(({ closed }) => closed));
}
