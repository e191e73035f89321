import { parseArgs } from "node:util";
import { readHostname } from "../base/host-check.js";

/** The options of the command line. */
export interface CliOptions {
  port: number;
  host: string;
  allowedHosts: readonly string[];
  data: string | undefined;
  user: string;
  notify: string | undefined;
  help: boolean;
  version: boolean;
}

/** An unknown or invalid option. */
export class CliUsageError extends Error {}

/**
 * Reads the command line.
 *
 * @throws {CliUsageError} naming the invalid option.
 */
export function parseCliOptions(argv: readonly string[]): CliOptions {
  const values = parse(argv);
  const {
    port = "4600",
    host = "localhost",
    "allowed-host": allowedHosts = [],
    data,
    user = "sandbox-user",
    notify,
    help = false,
    version = false,
  } = values;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw usage("--port must be a number from 0 to 65535.");
  for (const [name, value] of Object.entries({ host, data, user, notify })) {
    if (value === "") throw usage(`--${name} is empty.`);
  }
  if (allowedHosts.some((name) => readHostname(name) === undefined))
    throw usage("--allowed-host must be a name, without a scheme and a port.");
  if (notify !== undefined && !/^https?:$/.test(URL.canParse(notify) ? new URL(notify).protocol : ""))
    throw usage("--notify must be an http or https URL.");
  return { port: Number(port), host, allowedHosts, data, user, notify, help, version };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        port: { type: "string" },
        host: { type: "string" },
        "allowed-host": { type: "string", multiple: true },
        data: { type: "string" },
        user: { type: "string" },
        notify: { type: "string" },
        help: { type: "boolean", short: "h" },
        version: { type: "boolean" },
      },
    }).values;
  } catch (error) {
    throw usage((error as Error).message.split("\n", 1).join());
  }
}

const usage = (message: string): CliUsageError => new CliUsageError(`${message} See --help.`);
