import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { createClient } from "redis";
import { describe, expect, it, onTestFinished } from "vitest";
import { hasRedis, startRedis } from "../../packages/server/test/support/redis-server.ts";

/** `pnpm test stores --events 10000` is the full run. */
const events = Number(process.env["EVENTS"] ?? 1000);
const claimMs = 5000;
/** Events that are on their way at one moment. */
const lanes = 40;

interface Server {
  readonly child: ChildProcess;
  readonly port: number;
  isDead: boolean;
}

interface Answer {
  /** 0 when the connection broke. */
  readonly status: number;
  readonly retryAfter: number;
}

async function startServer(path: string): Promise<Server> {
  const program = fileURLToPath(new URL("server-process.ts", import.meta.url));
  const child = fork(program, [path, String(claimMs)], { execArgv: [] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const [{ port }] = (await once(child, "message")) as [{ port: number }];
  return { child, port, isDead: false };
}

const agent = new Agent({ keepAlive: true });

function send(port: number, eventId: string): Promise<Answer> {
  return new Promise((resolve) => {
    const broken = (): void => resolve({ status: 0, retryAfter: 0 });
    const outgoing = request({ host: "127.0.0.1", port, method: "POST", agent }, (response) => {
      const retryAfter = Number(response.headers["retry-after"] ?? 0);
      response.on("error", broken).on("end", () => resolve({ status: response.statusCode ?? 0, retryAfter }));
      response.resume();
    });
    outgoing.on("error", broken).end(JSON.stringify({ eventId }));
  });
}

describe.runIf(hasRedis)("four servers on one Redis", () => {
  it("work on each event once, one of them killed in the middle", { timeout: 600_000 }, async () => {
    const { socketPath } = await startRedis();
    const book = createClient({ socket: { path: socketPath, tls: false } });
    await book.connect();
    onTestFinished(() => book.destroy());
    const servers = await Promise.all(Array.from({ length: 4 }, () => startServer(socketPath)));
    const answers: Record<string, number> = {};
    let sent = 0;

    /** Sends an event until this server has said that it is done; one that is dead is sent nothing. */
    async function deliver(server: Server, eventId: string): Promise<void> {
      while (!server.isDead) {
        const { status, retryAfter } = await send(server.port, eventId);
        answers[status] = (answers[status] ?? 0) + 1;
        if (status === 200) return;
        expect([0, 503]).toContain(status);
        await wait(Math.min(1000, 1000 * retryAfter));
      }
    }
    async function runLane(): Promise<void> {
      while (sent < events) {
        const eventId = `event-${sent++}`;
        if (sent === Math.floor(events / 2)) servers[0]!.child.send("hold");
        await Promise.all(servers.map((server) => deliver(server, eventId)));
      }
    }
    const victim = servers[0]!;
    const killed = new Promise<void>((resolve) => {
      victim.child.on("message", ({ held }: { held: number }) => {
        if (held !== 5) return;
        victim.isDead = true;
        victim.child.kill("SIGKILL");
        resolve();
      });
    });
    await Promise.all([killed, ...Array.from({ length: lanes }, runLane)]);

    const [begun, ended] = await Promise.all(
      ["begun", "ended"].map(async (name) => readBook(await book.lRange(name, 0, -1))),
    );
    const ids = Array.from({ length: events }, (_, index) => `event-${index}`);
    const victimPid = String(victim.child.pid);
    const inHands = ids.filter((id) => begun!.get(id)?.includes(victimPid) && !ended!.get(id)?.includes(victimPid));
    const again = ids.filter((id) => (begun!.get(id)?.length ?? 0) > 1);
    const counts = {
      events,
      deliveries: Object.values(answers).reduce((sum, count) => sum + count, 0),
      "answered 200": answers[200],
      "answered 503": answers[503] ?? 0,
      "connection broken": answers[0] ?? 0,
      "worked on to the end": ids.filter((id) => ended!.has(id)).length,
      "worked on to the end more than once": ids.filter((id) => (ended!.get(id)?.length ?? 0) > 1).length,
      "in the hands of the killed process": inHands.length,
      "begun again": again.length,
    };
    console.log(
      [
        "four servers, one killed",
        ...Object.entries(counts).map(([name, count]) => `  ${name.padEnd(36)}${count}`),
      ].join("\n"),
    );

    expect(ids.filter((id) => !ended!.has(id))).toEqual([]);
    // The killed process may have ended the work, and not have come to say so.
    for (const id of again) expect(begun!.get(id)).toContain(victimPid);
    for (const id of inHands) expect(ended!.get(id)).toHaveLength(1);
    expect(inHands.length).toBeGreaterThanOrEqual(5);
    for (const id of ids.filter((one) => !begun!.get(one)?.includes(victimPid))) expect(ended!.get(id)).toHaveLength(1);
  });
});

/** @returns The processes that have written each event down. */
function readBook(lines: readonly string[]): Map<string, string[]> {
  const book = new Map<string, string[]>();
  for (const line of lines) {
    const [id = "", pid = ""] = line.split(" ");
    book.set(id, [...(book.get(id) ?? []), pid]);
  }
  return book;
}
