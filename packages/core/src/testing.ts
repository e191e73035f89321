import type { ConnectClient } from "./client/client.js";
import type { HumanConnectErrorCode } from "./model/errors.js";
import { readMoment } from "./testing/failure.js";
import type { FakePerson, FakeSession } from "./testing/session.js";
import { createFakeSurface, type FakeBoard, type FakeScript } from "./testing/surface.js";

export type { FakePerson, FakeSession } from "./testing/session.js";
export type { FakeScript } from "./testing/surface.js";

/** A client for unit tests: no network, no frame, and in Connect happens what the test says. */
export interface FakeClient extends ConnectClient, FakePerson {
  /**
   * Ends the session that is open with an error. When none is, the next session fails with it, once, as soon as it comes to
   * where such an error comes from.
   *
   * @throws {TypeError} When there is no such code.
   * @throws {Error} For a code that comes only before Connect is open, when it is open.
   */
  fail: (code: HumanConnectErrorCode) => void;
  /** The session that is open, or the next one as soon as it is. @returns Rejects when a session ends before that. */
  opened: () => Promise<FakeSession>;
  /** Every opening, oldest first. A token that is renewed opens Connect once more. */
  readonly sessions: readonly FakeSession[];
  /** Ends what is open as if the person had backed out, and forgets everything. @returns Resolves when the page is free. */
  reset: () => Promise<void>;
}

/**
 * A client that opens nothing, for the option `client` of every face. What happens in Connect is said by the test, or by a
 * script, and reaches your code through the same checks as in production. Runs in jsdom, in happy-dom and in a browser.
 *
 * @param script Plays each session. Default: nothing happens until the test says it.
 * @throws {TypeError} When the script is no function.
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
    throw new TypeError("createFakeClient() takes a function, such as ({ close }) => close(), or nothing.");
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
