/** The options of the command line and the environment. */
export interface DoctorOptions {
  readonly clientId: string | undefined;
  readonly clientSecret: string | undefined;
  readonly authUrl: string;
  /** URL of the Connect page. */
  readonly connectUrl: string;
  /** URL of the vendor's script, with a pinned version. */
  readonly scriptUrl: string;
  /** The source of the vendor's code, as in the page. */
  readonly client: "cdn" | "npm" | "direct" | "global";
  /** URL of the host page, which shows Connect. */
  readonly page: string | undefined;
  /** URL of the token endpoint. */
  readonly endpoint: string | undefined;
  /** A session cookie, so that the endpoint sees a signed-in user. */
  readonly cookie: string | undefined;
  /** Path of a module whose default export is a store. */
  readonly store: string | undefined;
  readonly user: string;
  readonly json: boolean;
  readonly help: boolean;
}

/** An option is unknown or invalid. */
export class DoctorUsageError extends Error {}

const defaults = {
  "auth-url": "https://auth.humanapi.co",
  "connect-url": "https://hapi-connect.humanapi.co",
  "script-url": "https://cdn.humanapi.co/humanapi-connect-client@2.4.1.js",
  user: "human-connect-doctor",
};

const clients = ["cdn", "npm", "direct", "global"] as const;
const names = ["auth-url", "connect-url", "script-url", "client", "page", "endpoint", "store", "user"] as const;
type Name = (typeof names)[number];
const urls: readonly string[] = ["auth-url", "connect-url", "script-url", "page", "endpoint"];

/**
 * Reads the command line. Secrets come from the environment only: a command line is visible in shell histories and process lists.
 *
 * @throws {DoctorUsageError} if an option is unknown or invalid; the message says why.
 */
export function readDoctorOptions(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): DoctorOptions {
  const { values, flags } = parse(argv);
  const read = (name: Name): string | undefined => values.get(name);
  return {
    clientId: env["HUMAN_API_CLIENT_ID"] || undefined,
    clientSecret: env["HUMAN_API_CLIENT_SECRET"] || undefined,
    authUrl: read("auth-url") ?? (env["HUMAN_API_AUTH_URL"] || defaults["auth-url"]),
    connectUrl: read("connect-url") ?? (env["HUMAN_API_CONNECT_URL"] || defaults["connect-url"]),
    scriptUrl: read("script-url") ?? (env["HUMAN_API_CLIENT_URL"] || defaults["script-url"]),
    client: readClient(read("client") ?? "cdn"),
    page: read("page"),
    endpoint: read("endpoint"),
    cookie: env["HUMAN_CONNECT_COOKIE"] || undefined,
    store: read("store"),
    user: read("user") ?? defaults.user,
    json: flags.has("json"),
    help: flags.has("help"),
  };
}

function readClient(name: string): DoctorOptions["client"] {
  const client = clients.find((known) => known === name);
  if (!client) throw new DoctorUsageError(`--client has to be one of ${clients.join(", ")}.`);
  return client;
}

function parse(argv: readonly string[]): { values: ReadonlyMap<string, string>; flags: ReadonlySet<string> } {
  const values = new Map<string, string>();
  const flags = new Set<string>();
  for (let index = 0; index < argv.length; index++) {
    const [, name = "", given] = /^--([a-z-]+)(?:=(.*))?$/s.exec(argv[index]!) ?? [];
    if (name === "json" || name === "help") flags.add(name);
    else if (!names.includes(name as Name)) throw new DoctorUsageError("Unknown option. --help lists the options.");
    else values.set(name, check(name, given ?? argv[++index]));
  }
  return { values, flags };
}

function check(name: string, value: string | undefined): string {
  if (value === undefined || value === "") throw new DoctorUsageError(`--${name} is empty.`);
  if (urls.includes(name) && !/^https?:$/.test(URL.canParse(value) ? new URL(value).protocol : ""))
    throw new DoctorUsageError(`--${name} has to be an http or https URL.`);
  return value;
}
