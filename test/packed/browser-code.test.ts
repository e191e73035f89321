import { describe, expect, it } from "vitest";
import { readScripts, walk, type Node } from "./syntax-tree.ts";

/** What turns text into code or markup, opens a window, keeps or sends data. */
const globals = new Set(
  `eval Function importScripts
  localStorage sessionStorage indexedDB caches cookieStore BroadcastChannel
  fetch XMLHttpRequest WebSocket EventSource WebTransport`.split(/\s+/),
);
const members = new Set(
  `innerHTML outerHTML srcdoc insertAdjacentHTML setHTMLUnsafe createContextualFragment dangerouslySetInnerHTML
  cookie domain sendBeacon`.split(/\s+/),
);
const ofDocument = new Set(["write", "writeln", "open", "execCommand"]);
const windows = new Set(["window", "globalThis", "self", "top", "parent"]);

/** @returns What is used of all that, each once, in order: `localStorage.removeItem` for a method of a thing. */
function findPowers(code: string): string[] {
  const found = new Set<string>();
  // What a member or a key is called is no use of the global of that name, and what a method belongs to is told with it.
  const told = new Set<Node | undefined>();
  for (const node of walk(code)) {
    const named = node.property ?? node.key;
    const name = readName(named, node.computed);
    if (!node.computed) told.add(named);
    if (name && members.has(name)) found.add(name);
    if (name && node.object?.name && isPower(node.object.name, name)) {
      found.add(windows.has(node.object.name) && globals.has(name) ? name : `${node.object.name}.${name}`);
      told.add(node.object);
    }
    if (node.type === "Identifier" && globals.has(node.name!) && !told.has(node)) found.add(node.name!);
    for (const taken of takeFromWindow(node)) if (globals.has(taken)) found.add(taken);
  }
  return [...found].toSorted();
}

/** `const { localStorage } = window` */
function takeFromWindow({ id, init }: Node): string[] {
  if (!init?.name || !windows.has(init.name)) return [];
  return (id?.properties ?? []).flatMap(({ key }) => key?.name ?? []);
}

function isPower(object: string, name: string): boolean {
  if (windows.has(object)) return name === "open" || globals.has(name);
  return globals.has(object) || (object === "document" && ofDocument.has(name));
}

function readName(node: Node | undefined, isComputed = false): string | undefined {
  return typeof node?.value === "string" ? node.value : isComputed ? undefined : node?.name;
}

describe("what a browser is given", () => {
  it.each<["core" | "react" | "vue" | "element", string[]]>([
    // The vendor's legacy script keeps a session there, which is taken away. The Connect page is asked whether it is there.
    ["core", ["localStorage.removeItem", "fetch"]],
    ["react", []],
    ["vue", []],
    // The page's own `token-url` is asked for a token.
    ["element", ["localStorage.removeItem", "fetch"]],
  ])(
    "by %s makes no code or markup of text, opens no window, keeps nothing and sends nothing but by %j",
    (name, may) => {
      const scripts = readScripts(name);
      const found = scripts.flatMap(findPowers);

      expect(scripts.length).toBeGreaterThan(3);
      expect(found.filter((power) => !may.includes(power))).toEqual([]);
    },
  );

  it.each([
    ["eval(text)", "eval"],
    ["new Function(text)", "Function"],
    ["globalThis.eval(text)", "eval"],
    ["node.innerHTML = text", "innerHTML"],
    ["node['outerHTML'] = text", "outerHTML"],
    ["h('p', { dangerouslySetInnerHTML: { __html: text } })", "dangerouslySetInnerHTML"],
    ["document.write(text)", "document.write"],
    ["window.open(url)", "window.open"],
    ["localStorage.setItem('token', token)", "localStorage.setItem"],
    ["window.sessionStorage.token = token", "sessionStorage"],
    ["document.cookie = token", "cookie"],
    ["navigator.sendBeacon(url)", "sendBeacon"],
    ["new WebSocket(url)", "WebSocket"],
    ["const { localStorage: kept } = window", "localStorage"],
  ])("would be seen to do %s", (code, power) => {
    expect(findPowers(code)).toContain(power);
  });

  it.each([
    "vendor.open(options)",
    "const fetchGrant = () => 1",
    "options.fetch",
    "({ cache: 1 })",
    "dialog.open = true",
  ])("may do %s", (code) => {
    expect(findPowers(code)).toEqual([]);
  });
});
