import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { toCause, toLoggedError } from "../../src/base/logged-error.js";

const hidden = "9f86d081884c7d659a2feaa0c55ad015";
const withCause = (message: string, cause: unknown): Error => new Error(message, { cause });

describe("an error in a log", () => {
  it("has its words in name, message and stack, and no secret in any of them", () => {
    const error = Object.assign(new TypeError(`no session ${hidden}`), { name: `Error of ${hidden}` });
    error.stack = `TypeError: no session ${hidden}\n    at run (/srv/app/server.js:10:5)`;

    expect(toLoggedError(error)).toEqual({
      name: "Error of [redacted]",
      message: "no session [redacted]",
      stack: "TypeError: no session [redacted]\n    at run (/srv/app/server.js:10:5)",
    });
  });

  it("tells what was behind it, nearest first, without secrets and without what else they carried", () => {
    const refused = (address: string): Error => Object.assign(new Error(`connect ECONNREFUSED ${address}`), { hidden });
    const all = new AggregateError([refused("::1:6379"), refused("127.0.0.1:6379")], "");

    const logged = toLoggedError(withCause("fetch failed", withCause(`to redis://a:${hidden}@cache`, all)));

    expect(logged.causes).toEqual([
      { name: "Error", message: "to redis://[redacted]@cache" },
      { name: "AggregateError", message: "" },
      { name: "Error", message: "connect ECONNREFUSED ::1:6379" },
      { name: "Error", message: "connect ECONNREFUSED 127.0.0.1:6379" },
    ]);
    expect(JSON.stringify(logged)).not.toContain(hidden);
  });

  it("ends, however many causes there are, and however they are knotted", () => {
    const knot: Error & { errors?: unknown[] } = new Error("knot");
    Object.assign(knot, { cause: knot, errors: Array.from({ length: 100 }, (_, index) => new Error(`${index}`)) });

    expect(toLoggedError(knot).causes).toHaveLength(5);
  });

  it("is short", () => {
    const error = new Error("word ".repeat(10_000));
    error.name = "name ".repeat(100);

    const { name, message, stack } = toLoggedError(error);

    expect([name.length <= 102, message.length <= 2002, stack!.length <= 8002]).toEqual([true, true, true]);
  });

  it.each<[string, unknown, string]>([
    ["a text", `token=${hidden}`, "token=[redacted]"],
    ["undefined", undefined, "undefined"],
    ["a symbol", Symbol("a"), "Symbol(a)"],
    ["an object", { hidden }, "[object Object]"],
    ["an object like an error", { message: "no" }, "no"],
    ["nothing at all", Object.create(null), "a value that cannot be converted to a string"],
    ["an error whose message is a number", Object.assign(new Error("a"), { message: 7 }), "Error: 7"],
    [
      "an error that throws",
      Object.defineProperty(new Error("a"), "message", {
        get() {
          throw new Error("b");
        },
      }),
      "a value that cannot be converted to a string",
    ],
    [
      "a proxy that throws",
      new Proxy(new Error("a"), {
        get() {
          throw new Error("b");
        },
      }),
      "a value that cannot be converted to a string",
    ],
  ])("is made of %s as well", (_, thrown, message) => {
    expect(toLoggedError(thrown)).toMatchObject({ name: "Error", message });
  });
});

describe("a cause that is handed on", () => {
  it("is the words and the code of the innermost error", () => {
    const inner = Object.assign(new Error(`connect ECONNREFUSED redis://a:${hidden}@cache`), {
      code: "ECONNREFUSED",
      request: { body: hidden },
    });
    inner.name = `Error ${hidden}`;

    const cause = toCause(withCause("fetch failed", inner));

    expect(cause).toMatchObject({
      name: "Error [redacted]",
      message: "connect ECONNREFUSED redis://[redacted]@cache",
      cause: "ECONNREFUSED",
    });
    expect(inspect(cause, { depth: 9, showHidden: true })).not.toContain(hidden);
    expect(toCause(cause)).toMatchObject({ message: cause.message, cause: "ECONNREFUSED" });
  });

  it("is not without words where the last error has none", () => {
    expect(toCause(withCause("socket hang up", new Error("")))).toMatchObject({ message: "socket hang up" });
  });

  it("has no code that may be a secret", () => {
    expect(toCause(Object.assign(new Error("a"), { code: hidden })).cause).toBeUndefined();
  });
});
