import { spawn, type ChildProcess } from "node:child_process";
import { createServer, type AddressInfo } from "node:net";
import { Script } from "node:vm";
import { findWebKit } from "../../scripts/browsers.mjs";
import { toXPath, waitFor, type Driver, type WindowSize } from "./driver.ts";

const elementKey = "element-6066-11e4-a52e-4f735466cecf";
const shadowKey = "shadow-6066-11e4-a52e-4f735466cecf";
const keys: Record<string, string> = { Escape: "\uE00C", Enter: "\uE007", Tab: "\uE004" };

type Reference = Record<string, string>;

/** Drives WebKitGTK, through WebDriver, on a display of its own where there is none. */
export async function launchWebKit(): Promise<Driver> {
  const processes: ChildProcess[] = [];
  const env = { ...process.env };
  if (!env["DISPLAY"]) env["DISPLAY"] = await startDisplay(processes);
  const port = await freePort();
  processes.push(spawn("WebKitWebDriver", [`--port=${port}`], { stdio: "ignore", env }));
  const call = createCaller(`http://127.0.0.1:${port}`);
  await waitFor(() => call("GET", "/status").then(() => true), "WebKitWebDriver");
  const browserOptions = { binary: findWebKit(), args: ["--automation"] };
  const { sessionId } = await call<{ sessionId: string }>("POST", "/session", {
    capabilities: { alwaysMatch: { "webkitgtk:browserOptions": browserOptions } },
  });
  return createWebDriver(
    (method, path, body) => call(method, `/session/${sessionId}${path}`, body),
    () => processes.reverse().forEach((process) => process.kill()),
  );
}

type Call = <T>(method: "GET" | "POST" | "DELETE", path: string, body?: unknown) => Promise<T>;

function createWebDriver(call: Call, stop: () => void): Driver {
  return {
    engine: "webkit",
    goto: (url) => leaveFrames(call).then(() => call("POST", "/url", { url })),
    goBack: () => leaveFrames(call).then(() => call("POST", "/back", {})),
    async evaluate<T>(expression: string) {
      await leaveFrames(call);
      const code = isExpression(expression) ? `(${expression}\n)` : `(0, eval)(${JSON.stringify(expression)})`;
      const script = `const done = arguments[0]; (async () => ${code})().then((value) => done({ value: value ?? null }), (error) => done({ error: String(error) }))`;
      const { value, error } = await call<{ value: T; error?: string }>("POST", "/execute/async", { script, args: [] });
      if (error) throw new Error(error);
      return value;
    },
    async resize({ width, height }) {
      // The window is what can be set, and it has a bar of its own.
      const bar = await this.evaluate<number>("outerHeight - innerHeight");
      await call("POST", "/window/rect", { width, height: height + bar });
    },
    async setHidden(isHidden) {
      const rect = await call<WindowSize>("GET", "/window/rect");
      await (isHidden ? call("POST", "/window/minimize", {}) : call("POST", "/window/rect", rect));
    },
    async press(key) {
      const actions = ["keyDown", "keyUp"].map((type) => ({ type, value: keys[key] ?? key }));
      await call("POST", "/actions", { actions: [{ type: "key", id: "keyboard", actions }] });
    },
    async click(...path) {
      const element = await waitFor(() => find(call, path), path.join(" › "));
      await call("POST", `/element/${element}/click`, {});
    },
    async screenshot() {
      await leaveFrames(call);
      return Buffer.from(await call<string>("GET", "/screenshot"), "base64");
    },
    async clickAt(x, y) {
      await leaveFrames(call);
      const move = { type: "pointerMove", origin: "viewport", x, y };
      const actions = [move, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }];
      await call("POST", "/actions", { actions: [{ type: "pointer", id: "mouse", actions }] });
    },
    async type(text, ...path) {
      // Not with the driver's own typing, which finds no field in a frame focusable.
      await this.click(...path);
      for (const key of text) await this.press(key);
    },
    async text(...path) {
      const element = await find(call, path);
      return element ? call("GET", `/element/${element}/property/textContent`) : null;
    },
    async close() {
      await call("DELETE", "").catch(() => {});
      stop();
    },
  };
}

/** Whether code needs no `eval`, which a page's policy may refuse. */
function isExpression(code: string): boolean {
  try {
    return Boolean(new Script(`(${code}\n)`));
  } catch {
    return false;
  }
}

const leaveFrames = (call: Call): Promise<unknown> => call("POST", "/frame", { id: null });

/** Id of the element at the end of the path, if it is there and can be seen; the frame that holds it is entered. */
async function find(call: Call, path: string[]): Promise<string | undefined> {
  await leaveFrames(call);
  let root = "";
  let element = "";
  for (const [index, step] of path.entries()) {
    const found = step.startsWith("frame:")
      ? await call<Reference | null>("POST", "/execute/sync", { script: findDeep, args: [step.slice(6)] })
      : await findFirst(call, root, step);
    if (!found) return undefined;
    element = found[elementKey]!;
    if (step.startsWith("frame:")) {
      await call("POST", "/frame", { id: found });
      root = "";
    } else if (index < path.length - 1) {
      root = `/shadow/${(await call<Reference>("GET", `/element/${element}/shadow`))[shadowKey]}`;
    }
  }
  return (await call<boolean>("GET", `/element/${element}/displayed`)) ? element : undefined;
}

async function findFirst(call: Call, root: string, step: string): Promise<Reference | undefined> {
  const xpath = toXPath(step);
  const how = xpath ? { using: "xpath", value: xpath } : { using: "css selector", value: step };
  return (await call<Reference[]>("POST", `${root}/elements`, how))[0];
}

/** The first element of a document that matches, in whatever shadow tree it is. */
const findDeep = `
  const find = (root) => root.querySelector(arguments[0]) ??
    [...root.querySelectorAll("*")].reduce((found, { shadowRoot }) => found ?? (shadowRoot && find(shadowRoot)), null);
  return find(document);`;

function createCaller(base: string): Call {
  return async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await fetch(base + path, {
      method,
      body: body === undefined ? undefined : JSON.stringify(body),
      // Without a display a new session is never answered.
      signal: AbortSignal.timeout(20_000),
    });
    const { value } = (await response.json()) as { value: T & { error?: string; message?: string } };
    if (!response.ok) throw new Error(`${method} ${path}: ${value.error} ${value.message}`);
    return value;
  };
}

/** Starts Xvfb on a display of its own choosing, so that two runs never collide. */
function startDisplay(processes: ChildProcess[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const display = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1280x900x24", "-nolisten", "tcp"], {
      stdio: ["ignore", "ignore", "ignore", "pipe"],
    });
    processes.push(display);
    display.once("error", reject).once("exit", (code) => reject(new Error(`Xvfb ended with ${code}`)));
    display.stdio[3]!.once("data", (number: Buffer) => resolve(`:${String(number).trim()}`));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
