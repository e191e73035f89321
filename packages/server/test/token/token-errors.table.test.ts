import type { Sandbox, SandboxOptions } from "@human-connect/sandbox";
import { afterAll, describe, expect, it } from "vitest";
import {
  errorCodes,
  HumanApiError,
  type HumanApi,
  type HumanApiErrorCode,
  type HumanApiOptions,
} from "../../src/index.js";
import { createApi, outcomeOf, startSandbox } from "../support/support.js";

/** Whom the calls are about, and what connect.js would have given them. */
interface Person {
  readonly id: string;
  readonly humanId: string;
  readonly sessionToken: string;
}

type Cell = HumanApiErrorCode | "token";

/** A way to bring the service to a documented error, and what each type of token meets there. */
interface Row {
  readonly wire: string;
  readonly when: string;
  readonly enter?: (sandbox: Sandbox) => Promise<Person>;
  readonly service?: SandboxOptions;
  readonly ours?: Partial<HumanApiOptions>;
  /** In the order of the types. */
  readonly cells: readonly Cell[];
}

const types: Record<string, (api: HumanApi, person: Person, clientId: string) => Promise<unknown>> = {
  session: (api, { id }) => api.sessionToken(id),
  id: (api, { id }) => api.idToken(id),
  connect: (api, { id }) => api.connectToken(id),
  access: (api, { id }) => api.accessToken(id),
  "hip access": (api, { id }) => api.hip.accessToken(id),
  "hip client": (api) => api.hip.clientToken(),
  finalize: (api, { id, humanId, sessionToken }, clientId) =>
    api.legacy.finalize({ humanId, sessionToken, clientId }, id),
  public: (api, { humanId }) => api.legacy.publicToken(humanId),
};

const statuses: Partial<Record<HumanApiErrorCode, number>> = {
  "invalid-token-type": 400,
  "invalid-client-id": 401,
  "invalid-client-id-or-secret": 401,
  "access-token-generation-not-allowed": 403,
  "client-token-generation-not-allowed": 403,
  "not-authorized": 403,
  "unknown-client-user-id": 404,
};

const noAccess = "access-token-generation-not-allowed";
const noType = "invalid-token-type";
const unknown = "unknown-client-user-id";
const refused = "not-authorized";
const ok = "token";

const rows: readonly Row[] = [
  {
    wire: "INVALID_TOKEN_TYPE",
    when: "the type was changed on its way",
    ours: { fetch: (url, init) => fetch(url, { ...init, body: changeType(init.body as string) }) },
    cells: [noType, noType, noType, noType, noType, noType, ok, ok],
  },
  {
    wire: "ACCESS_TOKEN_GENERATION_NOT_ALLOWED",
    when: "somebody without a source",
    enter: enterPerson,
    cells: [ok, unknown, ok, noAccess, noAccess, ok, noAccess, noAccess],
  },
  {
    wire: "ACCESS_TOKEN_GENERATION_NOT_ALLOWED",
    when: "somebody who was deleted",
    async enter(sandbox) {
      const person = await enterConnected(sandbox);
      sandbox.deleteUser(person.id);
      return person;
    },
    cells: [ok, unknown, ok, noAccess, noAccess, ok, refused, unknown],
  },
  {
    wire: "CLIENT_TOKEN_GENERATION_NOT_ALLOWED",
    when: "without the admin API",
    service: { adminApi: false },
    cells: [refused, ok, ok, ok, ok, "client-token-generation-not-allowed", ok, ok],
  },
  {
    wire: "INVALID_CLIENT_ID",
    when: "an unknown client id",
    ours: { clientId: "nobody" },
    cells: Object.keys(types).map(() => "invalid-client-id"),
  },
  {
    wire: "INVALID_CLIENT_ID_OR_SECRET",
    when: "a wrong secret",
    ours: { clientSecret: "wrong" },
    cells: Object.keys(types).map(() => "invalid-client-id-or-secret"),
  },
  {
    wire: "UNKNOWN_CLIENT_USER_ID",
    when: "somebody whom nobody knows",
    enter: () => Promise.resolve({ id: "nobody", humanId: "0".repeat(32), sessionToken: "none" }),
    cells: [ok, unknown, ok, unknown, unknown, ok, refused, unknown],
  },
  {
    wire: "NOT_AUTHORIZED",
    when: "somebody with a source",
    cells: [refused, ok, ok, ok, ok, ok, ok, ok],
  },
  {
    wire: "NOT_AUTHORIZED",
    when: "another one's session token object",
    async enter(sandbox) {
      const { humanId } = await enterPerson(sandbox, "joan");
      return { ...(await enterConnected(sandbox)), humanId };
    },
    cells: [refused, ok, ok, ok, ok, ok, refused, noAccess],
  },
];

const wires = Object.values(errorCodes).flatMap(({ wire }) => wire ?? []);

it("has a row for every error that the services document, and somebody meets it there", () => {
  const met = rows.filter(({ wire, cells }) => cells.some((cell) => cell !== ok && errorCodes[cell].wire === wire));
  expect(met).toEqual(rows);
  expect(new Set(rows.map(({ wire }) => wire))).toEqual(new Set(wires));
});

describe.each(rows)("$wire: $when", ({ wire, when, enter = enterConnected, service, ours, cells }) => {
  it.each(Object.keys(types).map((type, column) => [type, cells[column]!] as const))("%s: %s", async (type, cell) => {
    const sandbox = await startSandbox(service);
    const person = await enter(sandbox);
    const api = createApi(sandbox, { userUrl: sandbox.userUrl, ...ours });

    const outcome = await outcomeOf(types[type]!(api, person, ours?.clientId ?? sandbox.clientId));

    note(`${wire} ${when}`, outcome);
    if (cell === ok) {
      expect(outcome).not.toBeInstanceOf(Error);
      return;
    }
    const { sentence, remedy } = errorCodes[cell];
    expect(outcome).toBeInstanceOf(HumanApiError);
    expect(outcome).toMatchObject({
      code: cell,
      status: statuses[cell],
      retryable: false,
      message: `${sentence} ${remedy}`,
    });
  });
});

const met = new Map<string, string[]>();

/** What has really happened, by the number of its error. */
function note(row: string, outcome: unknown): void {
  const code = outcome instanceof HumanApiError ? errorCodes[outcome.code].wire : undefined;
  const mark = code ? String(wires.indexOf(code) + 1) : outcome instanceof Error ? "?" : ok;
  met.set(row, [...(met.get(row) ?? []), mark]);
}

afterAll(() => {
  const line = (name: string, marks: readonly string[]): string =>
    `  ${name.padEnd(74)}${marks.map((mark) => mark.padStart(12)).join("")}`;
  console.log(
    [
      "token types × documented errors, over HTTP against the sandbox",
      ...wires.map((wire, index) => `  ${index + 1} ${wire}`),
      line("", Object.keys(types)),
      ...[...met].map(([row, marks]) => line(row, marks)),
    ].join("\n"),
  );
});

function changeType(body: string): string {
  const fields = JSON.parse(body) as Record<string, unknown>;
  return JSON.stringify("type" in fields ? { ...fields, type: "refresh" } : fields);
}

async function enterPerson(sandbox: Sandbox, id = "jane"): Promise<Person> {
  const { token, humanId } = await createApi(sandbox).sessionToken(id);
  return { id, humanId: humanId!, sessionToken: token };
}

async function enterConnected(sandbox: Sandbox): Promise<Person> {
  const person = await enterPerson(sandbox);
  sandbox.connectSource(person.id);
  return person;
}
