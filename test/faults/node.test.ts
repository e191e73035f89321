import { afterAll, describe, expect, it } from "vitest";
import { isChosen } from "../support/chosen-engine.ts";
import { writeFindings, type Finding } from "./findings.ts";
import { nodeChecks } from "./node-checks.ts";

const kit = ["@human-connect/core", "@human-connect/react", "@human-connect/vue", "@human-connect/element"];
const { FAULT } = process.env;

describe.runIf((!FAULT || FAULT === "R12") && isChosen("node"))("node: R12 module formats", () => {
  const findings: Finding[] = [];
  afterAll(() => writeFindings("node", findings));

  it.each(nodeChecks)("$name", async ({ name, symptom, take }) => {
    const raw = symptom.test(await take("humanapi-connect-client")) ? "there" : "gone";
    const said = await take(...kit);
    findings.push({ rows: ["R12"], name, raw, kit: said || "held", forgeries: { sent: 0, believed: 0 } });

    expect({ raw, said }).toEqual({ raw: "there", said: "" });
  });
});
