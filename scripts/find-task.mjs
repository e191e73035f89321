// Which task a command line names: `test unit`, `bench size`, `check`. Pure.

/** Something was asked for that there is not. */
export class UnknownTask extends Error {}

/**
 * @param {readonly string[]} words Of the command line.
 * @param {{ tools: readonly string[], tests: readonly string[], benches: readonly string[] }} names
 * @returns {{ task: string, rest: string[] }} `task`: "test" for everything, else the name of a tool, a part of the tests or a bench.
 * @throws {UnknownTask} With the names that there are.
 */
export function findTask([command = "", ...words], { tools, tests, benches }) {
  if (command === "test" && !words.length) return { task: "test", rest: [] };
  if (command === "test" || command === "bench") {
    const found = command === "test" ? tests : benches;
    // The bench beside the peers is the one that is meant without a name.
    const isNamed = command === "test" || (words.length && !words[0].startsWith("--"));
    const [name, ...rest] = isNamed ? words : ["peers", ...words];
    const task = [`test:${name}`, name].find((one) => found.includes(one));
    if (!task) throw new UnknownTask(`pnpm ${command} ${name ?? "NAME"}: NAME is one of ${list(found)}.`);
    return { task, rest };
  }
  const alone = [...tools, ...tests.filter((name) => !name.startsWith("test:"))];
  if (alone.includes(command)) return { task: command, rest: words };
  throw new UnknownTask(`There is no command "${command}", only ${list(["test", "bench", ...alone])}.`);
}

const list = (names) => names.map((one) => one.replace(/^test:/, "")).join(", ");
