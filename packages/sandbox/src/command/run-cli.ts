import { readFileSync } from "node:fs";
import { type CliOptions, CliUsageError, parseCliOptions } from "./cli-options.js";
import { createSandbox, type Sandbox } from "../sandbox/create-sandbox.js";
import { SandboxError } from "../base/sandbox-error.js";
import { scenarios } from "../world/scenarios.js";
import { untilAborted } from "../base/until-aborted.js";

/** The command's input and output. */
export interface CliIo {
  out(text: string): void;
  err(text: string): void;
  /** Aborts to stop the sandbox. */
  stop: AbortSignal;
}

/**
 * Runs the command `human-connect-sandbox` until it is stopped.
 *
 * @param argv The arguments after the command's name.
 * @returns The exit code: 0, 1 when the sandbox cannot start, 2 for an invalid option.
 */
export async function runCli(argv: readonly string[], io: CliIo): Promise<number> {
  try {
    const options = parseCliOptions(argv);
    if (options.help) io.out(helpText());
    else if (options.version) io.out(`${readVersion()}\n`);
    else await serve(options, io);
    return 0;
  } catch (error) {
    if (!(error instanceof CliUsageError) && !(error instanceof SandboxError)) throw error;
    io.err(`human-connect-sandbox: ${error.message}\n`);
    return error instanceof CliUsageError ? 2 : 1;
  }
}

async function serve({ port, host, allowedHosts, data, user, notify }: CliOptions, io: CliIo): Promise<void> {
  const sandbox = await createSandbox({
    port,
    host,
    allowedHosts,
    dataFile: data,
    notifications: notify ? { url: notify } : undefined,
  });
  try {
    io.out(describe(sandbox, user));
    await untilAborted(io.stop);
  } finally {
    await sandbox.close();
  }
  io.out("Stopped.\n");
}

function describe(sandbox: Sandbox, user: string): string {
  const body = JSON.stringify({
    client_id: sandbox.clientId,
    client_secret: sandbox.clientSecret,
    client_user_id: user,
    type: sandbox.launchTokenType(user),
  });
  return `The sandbox is running. Nothing leaves this machine, and all health data is fictional.

For the .env of an example or of your server:

${toEnvironment(sandbox, user)}
Other services, by the option that takes them:

  userUrl         ${sandbox.userUrl}
  dataUrl         ${sandbox.dataUrl}
  Hosted page     ${sandbox.hostedUrl}
  Legacy script   ${sandbox.legacyUrl}/connect.js

  Token           ${sandbox.mintToken(user)}

Another token:
  curl -s ${sandbox.authUrl}/v1/connect/token -H 'content-type: application/json' -d ${quote(body)}

Ctrl+C stops it.
`;
}

/** Lines for `.env`, under the names that the examples read. */
function toEnvironment(sandbox: Sandbox, user: string): string {
  const values = {
    HUMAN_API_CLIENT_ID: sandbox.clientId,
    HUMAN_API_CLIENT_SECRET: sandbox.clientSecret,
    HUMAN_API_AUTH_URL: sandbox.authUrl,
    HUMAN_API_CONNECT_URL: sandbox.connectUrl,
    HUMAN_API_CLIENT_URL: `${sandbox.cdnUrl}/humanapi-connect-client@latest.js`,
    DEMO_USER_ID: user,
  };
  return Object.entries(values)
    .map(([name, value]) => `${name}=${quoteValue(value)}\n`)
    .join("");
}

/** `.env` files know three kinds of quotation marks and no way to escape one inside itself. */
function quoteValue(value: string): string {
  if (/^[\w.:/@+-]*$/.test(value)) return value;
  const mark = ["'", '"', "`"].find((one) => !value.includes(one)) ?? '"';
  return `${mark}${value}${mark}`;
}

/** Quotes a text as one word of a POSIX shell. */
const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

function helpText(): string {
  const width = Math.max(...scenarios.map(({ name }) => name.length));
  const list = scenarios.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`).join("\n");
  return `A local stand-in for Human API: tokens, the Connect page and the vendor's client.

Usage: human-connect-sandbox [options]

  --port NUMBER        Port to listen on; 0 takes any free one. Default 4600.
  --host HOST          Address to listen on. Default localhost, which other machines cannot reach.
  --allowed-host NAME  Also answer to this host name, such as that of a container. Repeatable. Default: only names of this
                       machine, because any website can let its name resolve to it.
  --data FILE          Keep users and tokens in this file. Default: keep them in memory only.
  --user ID            User of the printed token. Default sandbox-user.
  --notify URL         Notify this endpoint of every source that is connected or disconnected. Default: send nothing.
  --help               Show this text.
  --version            Show the version.

Scenarios, chosen by a user id such as jane+NAME (those of the page also by ?scenario=NAME):

${list}
`;
}

function readVersion(): string {
  const manifest = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(manifest) as { version: string }).version;
}
