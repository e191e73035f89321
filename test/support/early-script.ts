import { earlyScript } from "@human-connect/core/early";
import { onTestFinished } from "vitest";

/** Runs the early script, as the top of a server-rendered page does, until the test is over. */
export function runEarlyScript(): void {
  const script = document.createElement("script");
  script.textContent = earlyScript;
  document.head.append(script);
  onTestFinished(() => {
    script.remove();
    Reflect.deleteProperty(globalThis, Symbol.for("human-connect.early"));
  });
}
