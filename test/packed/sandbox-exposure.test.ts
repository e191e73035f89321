import { networkInterfaces } from "node:os";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createCustomer, type Customer } from "./customer.ts";

/** How other machines reach this one; without a network, a loopback address that `localhost` does not stand for. */
const outside =
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ internal, family }) => !internal && family === "IPv4")?.address ?? "127.0.0.2";

let customer: Customer;
beforeAll(async () => {
  customer = await createCustomer();
});
afterAll(() => customer?.remove());

/** Starts the installed sandbox and asks it by both ways. @returns The statuses; undefined where nobody answers. */
async function ask(options: object): Promise<unknown> {
  customer.write(
    "main.mjs",
    `import { createSandbox } from "@human-connect/sandbox";
    const sandbox = await createSandbox(${JSON.stringify(options)});
    const { port } = new URL(sandbox.url);
    const ask = (host) => fetch("http://" + host + ":" + port + "/").then(({ status }) => status, () => null);
    console.log(JSON.stringify({ inside: await ask("127.0.0.1"), outside: await ask("${outside}") }));
    await sandbox.close();`,
  );
  return JSON.parse((await customer.node("main.mjs")).stdout);
}

it("the sandbox answers this machine, and no other one", async () => {
  expect(await ask({})).toEqual({ inside: 200, outside: null });
});

it("the sandbox answers other machines when it is told to", async () => {
  expect(await ask({ host: "0.0.0.0" })).toEqual({ inside: 200, outside: 200 });
});
