import { parseArgs } from "node:util";
import { openPage } from "./open-page.ts";
import { startDemo, type DemoOptions } from "./server.ts";

const help = `Shows the kit on a page of a made-up patient app, with the sandbox in place of Human API.

Usage: npm start -- [options]

  --port NUMBER          Port of the page. Default 4310; 0 takes any free one.
  --sandbox-port NUMBER  Port of the sandbox. Default any free one.
  --host HOST            Where both listen. Default localhost, which other machines cannot reach.
  --data FILE            Keep people and connections from one run to the next. Default: forget them at the end.
  --no-open              Print the address, but open no browser.
  --help                 Show this text.
`;

process.exitCode = await run(process.argv.slice(2));

async function run(args: string[]): Promise<number> {
  try {
    const options = readOptions(args);
    if (!options) {
      console.log(help);
      return 0;
    }
    const demo = await startDemo(options);
    console.log(
      `\n  Demo     ${demo.url}\n  Sandbox  ${demo.sandbox.url}\n\n  Nothing leaves this machine. Ctrl+C stops it.\n`,
    );
    if (!options.isQuiet) openPage(demo.url);
    await untilStopped();
    await demo.close();
    return 0;
  } catch (error) {
    console.error(`\n  The demo cannot start. ${explain(error)}\n`);
    return 1;
  }
}

function readOptions(args: string[]): (DemoOptions & { isQuiet: boolean }) | undefined {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: "string" },
      "sandbox-port": { type: "string" },
      host: { type: "string" },
      data: { type: "string" },
      "no-open": { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return undefined;
  return {
    port: readPort("--port", values.port),
    sandboxPort: readPort("--sandbox-port", values["sandbox-port"]),
    host: values.host,
    dataFile: values.data,
    isQuiet: values["no-open"] ?? false,
  };
}

function readPort(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new TypeError(`${name} has to be a number from 0 to 65535.`);
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}

function explain(error: unknown): string {
  const { code, message, port } = error as NodeJS.ErrnoException & { port?: number };
  if (code === "EADDRINUSE")
    return `Port ${port} is taken, perhaps by another demo. Stop that one, or choose a port: npm start -- --port 4320`;
  return message;
}
