import { checkStore } from "../store/check-store.js";
import { checkEndpoint } from "./endpoint.js";
import { type DoctorOptions, DoctorUsageError, readDoctorOptions } from "./options.js";
import { checkFrame, checkPolicy, checkScript } from "./pages.js";
import { type DoctorLine, fault, type Finding } from "./report.js";
import { checkClock, checkTokens } from "./tokens.js";
import { toLoggedError } from "../base/logged-error.js";
import { redact } from "../base/redact.js";
import type { TokenStore } from "../store/token-store.js";

/** The environment of the command. */
export interface DoctorIo {
  out(text: string): void;
  err(text: string): void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Imports a module by a path relative to the working directory. */
  load(path: string): Promise<{ readonly default?: unknown }>;
}

/**
 * Runs the command `human-connect-doctor`.
 *
 * @returns The exit code: 0; 1 if a check failed; 2 for an invalid option.
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

/** A check that throws, such as for an unreachable server, is a fault as well. */
async function guard(check: string, look: () => Promise<DoctorLine[]>): Promise<DoctorLine[]> {
  try {
    return await look();
  } catch (error) {
    const { message, causes = [] } = toLoggedError(error);
    const said = [message, ...causes.map((cause) => cause.message)].filter((text) => text !== "").join(": ");
    const remedy = "Check the URL or path, DNS, and your firewall or proxy.";
    return [{ check, ...fault(`could not be checked: ${said}`, remedy) }];
  }
}

async function examineStore({ store: path }: DoctorOptions, io: DoctorIo): Promise<DoctorLine[]> {
  if (path === undefined)
    return [
      { check: "store", level: "left-out", message: "pass a module whose default export is your store as --store" },
    ];
  const loaded = await io.load(path).catch((error: unknown) => {
    throw new Error(`the module of --store could not be imported: ${toLoggedError(error).message}`);
  });
  const { findings } = await checkStore(loaded.default as TokenStore);
  return findings.map(({ check, level, did, remedy }) => ({
    check: `store, ${check}`,
    level,
    message: did,
    ...(remedy && { remedy }),
  }));
}

/** Removes secrets from messages, which may quote errors of other code. */
function withoutSecrets(line: DoctorLine, { clientSecret, cookie }: DoctorOptions): DoctorLine {
  const hide = (given: string): string => {
    // The integrity hash of a public script.
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

const help = `Checks everything that Connect needs, and prints ok or what to do for each check.

Usage: HUMAN_API_CLIENT_ID=… HUMAN_API_CLIENT_SECRET=… human-connect-doctor [options]

  --client NAME      The source of the vendor's code in the page: cdn, npm, direct or global. Default cdn.
  --page URL         The page that shows Connect: checks its content security policy, and whether it may frame Connect.
  --endpoint URL     Your token endpoint, called as a browser would. HUMAN_CONNECT_COOKIE may hold a session cookie.
  --store FILE       A module whose default export is your store.
  --user ID          The user to request tokens for; the service creates a user with this id. Default human-connect-doctor.
  --auth-url URL     The token service. Default HUMAN_API_AUTH_URL, or Human API's.
  --connect-url URL  The Connect page. Default HUMAN_API_CONNECT_URL, or Human API's.
  --script-url URL   The vendor's script. Default HUMAN_API_CLIENT_URL, or 2.4.1 of Human API's.
  --json             Print the findings as JSON.
  --help             Show this text.

Exits with 0, with 1 if a check failed, or with 2 for an invalid option. Prints no token and no secret.
`;
