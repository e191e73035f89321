import { checkStore } from "../store/check-store.js";
import { checkEndpoint } from "./endpoint.js";
import { type DoctorOptions, DoctorUsageError, readDoctorOptions } from "./options.js";
import { checkFrame, checkPolicy, checkScript } from "./pages.js";
import { type DoctorLine, fault, type Finding } from "./report.js";
import { checkClock, checkTokens } from "./tokens.js";
import { toLoggedError } from "../base/logged-error.js";
import { redact } from "../base/redact.js";
import type { TokenStore } from "../store/token-store.js";

/** The outside world of the command. */
export interface DoctorIo {
  out(text: string): void;
  err(text: string): void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Imports a module by a path from where the command was called. */
  load(path: string): Promise<{ readonly default?: unknown }>;
}

/**
 * Runs the command `human-connect-doctor`.
 *
 * @returns The exit code: 0, 1 when something has to be done, 2 for an option that makes no sense.
 */
export async function runDoctor(argv: readonly string[], io: DoctorIo): Promise<number> {
  try {
    const options = readDoctorOptions(argv, io.env);
    if (options.help) {
      io.out(help);
      return 0;
    }
    const lines = (await examine(options, io)).map((line) => withoutSecrets(line, options));
    io.out(options.json ? `${JSON.stringify(lines, null, 2)}\n` : `${lines.map(toText).join("\n")}\n`);
    return lines.some(({ level }) => level === "fault") ? 1 : 0;
  } catch (error) {
    if (!(error instanceof DoctorUsageError)) throw error;
    io.err(`human-connect-doctor: ${error.message}\n`);
    return 2;
  }
}

async function examine(options: DoctorOptions, io: DoctorIo): Promise<DoctorLine[]> {
  const one = (check: string, look: (given: DoctorOptions) => Promise<Finding>) =>
    guard(check, async () => [{ check, ...(await look(options)) }]);
  const found = await Promise.all([
    guard("token service", () => checkTokens(options)),
    one("clock", checkClock),
    one("frame", checkFrame),
    one("vendor script", checkScript),
    guard("policy", () => checkPolicy(options)),
    one("token endpoint", checkEndpoint),
    guard("store", () => examineStore(options, io)),
  ]);
  return found.flat();
}

/** What cannot be asked at all is a fault as well. */
async function guard(check: string, look: () => Promise<DoctorLine[]>): Promise<DoctorLine[]> {
  try {
    return await look();
  } catch (error) {
    const { message, causes = [] } = toLoggedError(error);
    const said = [message, ...causes.map((cause) => cause.message)].filter((text) => text !== "").join(": ");
    const remedy = "Check the address, DNS, and what your firewall or proxy lets out.";
    return [{ check, ...fault(`cannot be asked: ${said}`, remedy) }];
  }
}

async function examineStore({ store: path }: DoctorOptions, io: DoctorIo): Promise<DoctorLine[]> {
  if (path === undefined)
    return [{ check: "store", level: "left-out", message: "--store names a module whose default export is yours" }];
  const loaded = await io.load(path).catch((error: unknown) => {
    throw new Error(`the module of --store: ${toLoggedError(error).message}`);
  });
  const { findings } = await checkStore(loaded.default as TokenStore);
  return findings.map(({ check, level, did, remedy }) => ({
    check: `store, ${check}`,
    level,
    message: did,
    ...(remedy && { remedy }),
  }));
}

/** Whatever the words of others hold. */
function withoutSecrets(line: DoctorLine, { clientSecret, cookie }: DoctorOptions): DoctorLine {
  const hide = (given: string): string => {
    // The hash of a script that anybody can read.
    const kept = /^(integrity=")?sha384-/.test(given) ? given : redact(given);
    let text = kept;
    for (const secret of [clientSecret, cookie]) if (secret) text = text.replaceAll(secret, "[redacted]");
    return text;
  };
  return { ...line, message: hide(line.message), ...(line.remedy && { remedy: hide(line.remedy) }) };
}

const signs = { ok: "ok  ", note: "note", fault: "FAIL", "left-out": "–   " } as const;

function toText({ check, level, message, remedy }: DoctorLine): string {
  return `${signs[level]}  ${check}: ${message}${remedy ? `\n      → ${remedy}` : ""}`;
}

const help = `Looks at everything that Connect needs, and says of each thing ok, or what to do.

Usage: HUMAN_API_CLIENT_ID=… HUMAN_API_CLIENT_SECRET=… human-connect-doctor [options]

  --page URL         The page that shows Connect: its content security policy, and whether Connect may stand in it.
  --endpoint URL     Your token endpoint, called as a browser would. HUMAN_CONNECT_COOKIE may hold a session's cookie.
  --store FILE       A module whose default export is your store.
  --user ID          Whom tokens are asked for; the service creates a user by that id. Default human-connect-doctor.
  --auth-url URL     The token service. Default HUMAN_API_AUTH_URL, or Human API's.
  --connect-url URL  The Connect page. Default HUMAN_API_CONNECT_URL, or Human API's.
  --script-url URL   The vendor's script. Default HUMAN_API_CLIENT_URL, or 2.4.1 of Human API's.
  --json             Print the findings as JSON.
  --help             Show this text.

Ends with 0, with 1 when something has to be done, with 2 for an option that makes no sense. Prints no token and no secret.
`;
