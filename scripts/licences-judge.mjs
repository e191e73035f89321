// Which licences may come along with a published package.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import satisfies from "spdx-satisfies";

/** They ask for no more than that their notice is kept. MPL-2.0 is for tools of ours alone: it is not among these. */
const allowed = [
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "ISC",
  "MIT",
  "Python-2.0",
];

/** A manifest without the field, whose licence lies beside it as a file. The file is read each time, not trusted from memory. */
const fromFile = new Map([
  ["humanapi-connect-client", { licence: "MIT", why: "the vendor wrote a LICENSE file and no field" }],
]);

const mitWords = /^\s*(?:The )?MIT License[\s\S]+Permission is hereby granted, free of charge, to any person/;

/**
 * Tells under which licence a dependency comes, or why it may not.
 *
 * @param {import("./licences-read.mjs").Dependency} dependency
 * @returns {{ licence: string, fault?: string, remark?: string }}
 */
export function judge({ name, version, licence, folder }) {
  const exception = licence ? undefined : fromFile.get(name);
  if (exception) {
    const holds = exception.licence === "MIT" && mitWords.test(readLicenceFile(folder));
    if (holds) return { licence: exception.licence, remark: `${name}: ${exception.why}` };
    return { licence: "none", fault: `${name}@${version} has no LICENSE file any more that says ${exception.licence}` };
  }
  if (!licence) return { licence: "none", fault: `${name}@${version} names no licence` };
  if (isAllowed(licence)) return { licence };
  return { licence, fault: `${name}@${version} is under ${licence}, which is not in the list` };
}

/** What is no SPDX expression, such as `UNLICENSED` or the name of a file, allows nothing. */
function isAllowed(expression) {
  try {
    return satisfies(expression, allowed);
  } catch {
    return false;
  }
}

function readLicenceFile(folder) {
  const file = join(folder, "LICENSE");
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}
