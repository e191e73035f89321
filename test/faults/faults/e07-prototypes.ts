import { cdnClient, type CdnClientOptions, type HumanConnectOptions } from "@human-connect/core";
import type { Fault, FaultCheck } from "../fault.ts";
import { closeMessage, connectMessage, eventually, failedWith, forged, same, type World } from "../harness/world.ts";

/** What a library of the page has merged into `Object.prototype`, from JSON that somebody has sent: a value for a name. */
type Pollution = Readonly<Record<string, unknown>>;

/** Every option, with a value that would do harm. `%X%` is a stranger. */
const options = {
  tokenUrl: "%X%/token",
  getToken: "%X%",
  client: { url: "%X%/stranger.js" },
  initialConnections: [forged],
  user: "stranger",
  prefetchToken: true,
  labels: { connect: "stranger", errorFailed: "stranger" },
  locale: "es",
  timeouts: { tokenMs: 1, clientMs: 1, widgetMs: 1 },
  debug: true,
  baseUrl: "%X%/stranger.html",
  mode: "select",
  clientId: "stranger",
  preseed: "true",
  preseededSources: [forged],
  inviteSessionId: "stranger",
  config: "stranger",
  segment: "stranger",
  pinnedProviders: "stranger",
  overlayOpacity: 0,
  messageOrigins: ["%X%"],
  warmFrame: true,
  container: "main",
  closeOnBack: true,
  onOpen: "%X%",
  onConnect: "%X%",
  onDisconnect: "%X%",
  onClose: "%X%",
  onError: "%X%",
} satisfies Record<keyof HumanConnectOptions, unknown>;

const clientOptions = {
  version: "stranger",
  url: "%X%/stranger.js",
  integrity: "stranger",
  nonce: "stranger",
  crossOrigin: "use-credentials",
  retries: 9,
  isFromMarkup: false,
} satisfies Record<keyof CdnClientOptions, unknown>;

/** What a client, a surface or a dialect may have, and what the vendor's own options are called. */
const parts = {
  dialect: "%X%",
  surface: "%X%",
  load: "%X%",
  onFrame: "%X%",
  afterClose: "%X%",
  takePendingClose: "%X%",
  isSilent: true,
  tokenMs: 1,
  clientMs: 1,
  widgetMs: 1,
  errorFailed: "stranger",
  cause: "stranger",
  userMessage: "stranger",
  baseURL: "%X%/stranger.html",
  __baseURL: "%X%/stranger.html",
  logger: "%X%",
  enableFocusTrap: true,
  useSentinelTrap: true,
};

/** What `getToken` answers, what is kept of it, and globals that a script may have made. */
const grants = {
  token: "stranger",
  session_token: "stranger",
  id_token: "stranger",
  publicToken: "stranger",
  access_token: "stranger",
  client_secret: "stranger",
  expiresIn: 9,
  expires_in: 9,
  asked: "stranger",
  held: { value: "stranger", until: 9e15 },
  HumanConnect: { open: "stranger" },
  trustedTypes: { createPolicy: "stranger" },
};

/** What Connect says. */
const payload = {
  type: "hapi-connect-connect-source",
  status: "SESSION_TOKEN_EXPIRED",
  sessionResults: { connectedSources: [forged] },
  connectedSources: [forged],
  connected: [forged],
  disconnectedSources: [forged],
  requestedSources: [{ healthSystem: forged.id }],
  requestedProviders: [{ healthSystem: forged.id }],
  currentConnections: [forged],
  connections: [forged],
  location: { latitude: 1, longitude: 1 },
  id: forged.id,
  name: forged.name,
};

/** What browsers read from objects that they are given. */
const dictionaries = Object.fromEntries(
  [
    "once capture passive signal",
    "childList subtree attributes characterData attributeOldValue characterDataOldValue attributeFilter",
    "mode method body headers cache credentials redirect referrer referrerPolicy keepalive priority duplex",
    "delegatesFocus slotAssignment clonable serializable customElementRegistry",
    "data origin lastEventId source ports bubbles cancelable composed",
    "preventScroll focusVisible is createHTML createScript createScriptURL",
    "configurable enumerable",
  ].flatMap((names) => names.split(" ").map((name) => [name, name === "slotAssignment" ? "manual" : "%X%"])),
);

/** The same, where the vendor's own libraries do not start: its script has run before. */
const hardships = Object.fromEntries(["get", "set", "value", "writable", "window"].map((name) => [name, "%X%"]));

/** Runs a session while a name is polluted, from making the connection to its end. */
async function mustStayOurs(world: World, name: string, value: unknown): Promise<void> {
  const { prototype } = Object;
  const filled: unknown = JSON.parse(JSON.stringify(value).replaceAll("%X%", world.origins.stranger));
  // A script of its own each time, so that it runs on the polluted page, too.
  const url = name in hardships ? world.script("good") : `${world.script("good")}?${name}`;
  Object.assign(prototype, { [name]: filled });
  try {
    const { connect, events } = world.createKit({ client: cdnClient({ url, retries: 0 }) });
    let asked = 0;
    connect.subscribe(() => asked++);
    const over = connect.open();
    await eventually(
      () => connect.getState().status === "error" || world.surface?.closest("[data-live]"),
      `with ${name} a session opens, or ends in an error`,
    );
    const state = connect.getState();
    if (state.status === "error")
      throw new Error(`${state.error.code}: ${state.error.message} ${String(state.error.cause)}`);
    const address = new URL(world.frame.src);
    same(
      [address.origin, address.searchParams.toString()],
      [world.origins.connect, "token=token"],
      "the frame's address",
    );
    for (const say of [connectMessage(), closeMessage()]) world.frame.contentWindow!.postMessage({ say }, "*");
    await over;
    same(
      events.map(({ type }) => type),
      ["open", "connect", "close"],
      "events",
    );
  } catch (error) {
    delete (prototype as Record<string, unknown>)[name];
    throw new Error(`with ${name} on Object.prototype: ${String(error)}`, { cause: error });
  } finally {
    delete (prototype as Record<string, unknown>)[name];
  }
}

async function mustBeUnasked({ origins, forgeries }: World): Promise<void> {
  const seen = (await (await fetch(`${origins.stranger}/seen`)).json()) as string[];
  same(seen, [], "what a stranger was asked for");
  same("pwned" in window, false, "a stranger's script has run");
  same(forgeries.believed, 0, "what Connect has never said");
}

/** Few enough for the patience of every engine's driver. */
const groupSize = 12;

const groups = (what: string, pollution: Pollution): FaultCheck[] => {
  const entries = Object.entries(pollution);
  return Array.from({ length: Math.ceil(entries.length / groupSize) }, (_, at) => {
    const group = entries.slice(at * groupSize, (at + 1) * groupSize);
    return {
      name: `${what}: ${group.map(([name]) => name).join(", ")}`,
      async kit(world: World) {
        if (pollution === hardships) await world.mustWorkAgain();
        for (const [name, value] of group) await mustStayOurs(world, name, value);
        await mustBeUnasked(world);
        world.mustBeClean();
      },
    };
  });
};

/** No code of a stranger runs, but a library of the page has merged JSON into `Object.prototype`. */
export const pollutedPrototypes: Fault = {
  id: "E7",
  title: "JSON of a stranger that was merged into every object",
  checks: [
    ...groups("an option", options),
    ...groups("an option of a client", clientOptions),
    ...groups("a part", parts),
    ...groups("a grant or a global", grants),
    ...groups("what Connect says", payload),
    ...groups("what browsers read", dictionaries),
    ...groups("what browsers read, when the vendor's script has run", hardships),
    {
      name: "where the script comes from when nobody has said so",
      page: { headers: { "content-security-policy": "script-src 'unsafe-inline' http://127.0.0.1:*" } },
      async kit(world) {
        for (const name of ["url", "version", "client"]) {
          Object.assign(Object.prototype, { [name]: `${world.origins.stranger}/stranger.js` });
          const { connect } = world.createKit({ client: name === "client" ? undefined : cdnClient({ retries: 0 }) });
          const state = await connect.open();
          delete (Object.prototype as Record<string, unknown>)[name];
          failedWith(state, "client-blocked");
          same(
            state.status === "error" && state.error.message.includes("https://cdn.humanapi.co/"),
            true,
            "the vendor's CDN was asked",
          );
        }
        await mustBeUnasked(world);
        world.mustBeClean();
      },
    },
  ],
};
