// The public API of a package, from the declarations that it is published with: one report for each of its doors. A pattern is one door: the
// report has the names that fit it.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findElements } from "../manifest/find-elements.mjs";
import { Extractor, ExtractorConfig, ExtractorLogLevel } from "@microsoft/api-extractor";

const silent = { default: { logLevel: ExtractorLogLevel.None } };

/**
 * @param {string} folder Of a built package.
 * @returns {Map<string, string>} The text of each report by its file's name, such as `index.api.md` for the package itself.
 * @throws {Error} When the declarations of a door are missing or wrong.
 */
export function readApi(folder) {
  const { exports, customElements } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const doors = Object.entries(exports).filter(([door, target]) => target.types && !/\.(css|js)$/.test(door));
  const reports = doors.map(([door, target]) => {
    const name = door === "." ? "index" : door.replace("./", "").replace("/*", "");
    const report = door.includes("*") ? describePattern(folder, door, target) : readDoor(folder, name, target.types);
    return [`${name}.api.md`, report];
  });
  if (customElements) reports.push(["elements.api.md", describeElements(join(folder, customElements))]);
  return new Map(reports);
}

function readDoor(folder, name, types) {
  const temporary = mkdtempSync(join(tmpdir(), "human-connect-api-"));
  try {
    const { succeeded, messages } = extract(toConfig(folder, types, { temporary, name }));
    if (!succeeded) throw new Error(`${types} of ${folder} cannot be read.\n${messages.join("\n")}`);
    const report = readFileSync(join(temporary, `${name}.api.md`), "utf8");
    // What it does not find it takes for a package, and says nothing.
    const [, missing] = /^(?:import|export) .* from '(\.[^']*)';$/m.exec(report) ?? [];
    if (missing) throw new Error(`${types} of ${folder} needs ${missing}, which is not there. Is it built?`);
    // What a door only adds to the types of other packages is no export, and no part of the report.
    const augmented = readAugmentations(join(folder, types));
    return augmented ? report.replace("// (No @packageDocumentation comment", `${augmented}\n$&`) : report;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** `declare module "react" { … }`, as it stands in the declarations. */
function readAugmentations(file) {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(/^declare module "[^"]+" \{\n(?:.*\n)*?^\}$/gm)].map(([block]) => `${block}\n`).join("\n");
}

/** What a pattern stands for, one a line. */
function describePattern(folder, door, { types, default: script = types }) {
  const [before, after] = script.split("*");
  const files = readdirSync(join(folder, before)).filter((file) => file.endsWith(after));
  const lines = files.map((file) => `- ${door.replace("*", file.slice(0, -after.length))}\n`);
  return `# ${door}\n\n${lines.toSorted((one, other) => (one < other ? -1 : 1)).join("")}`;
}

/** What markup may write, and what a page's script and stylesheet find: names and types, one a line. */
function describeElements(file) {
  const kinds = ["attributes", "events", "slots", "cssParts", "cssProperties", "cssStates"];
  const list = (parts) =>
    parts.map(({ name, type }) => `- \`${name || "(default)"}${type ? `: ${type.text}` : ""}\``).toSorted();
  const describe = (element) => [
    `## <${element.tagName}>`,
    ...kinds.filter((kind) => element[kind]).flatMap((kind) => [`### ${kind}`, list(element[kind]).join("\n")]),
  ];
  const elements = findElements(JSON.parse(readFileSync(file, "utf8")));
  return `${["# Elements", ...elements.flatMap(describe)].join("\n\n")}\n`;
}

function extract(config) {
  const messages = [];
  const { succeeded } = Extractor.invoke(config, {
    localBuild: true,
    messageCallback(message) {
      if (message.logLevel === ExtractorLogLevel.Error) messages.push(message.formatMessageWithLocation(undefined));
      message.handled = true;
    },
  });
  return { succeeded, messages };
}

function toConfig(folder, types, { temporary, name }) {
  return ExtractorConfig.prepare({
    packageJsonFullPath: join(folder, "package.json"),
    configObjectFullPath: undefined,
    configObject: {
      projectFolder: folder,
      mainEntryPointFilePath: join(folder, types),
      newlineKind: "lf",
      compiler: { overrideTsconfig: { compilerOptions, files: [types] } },
      apiReport: {
        enabled: true,
        reportFileName: name,
        reportFolder: temporary,
        reportTempFolder: join(temporary, "new"),
        includeForgottenExports: true,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
        extractorMessageReporting: silent,
        tsdocMessageReporting: silent,
      },
    },
  });
}

/** As a customer's compiler reads them. */
const compilerOptions = {
  target: "ES2022",
  lib: ["ES2023", "DOM", "DOM.Iterable"],
  module: "ESNext",
  moduleResolution: "bundler",
  jsx: "react-jsx",
  strict: true,
  skipLibCheck: true,
  types: [],
};
