import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { SandboxError } from "../base/sandbox-error.js";
import { parseSnapshot } from "./snapshot.js";
import type { Snapshot, Store } from "./state.js";

const format = "human-connect-sandbox";
const version = 1;

/** The state's store in a file, if a path is given; reading and writing throw {@link SandboxError} `data-file-unusable`. */
export function openDataFile(path: string | undefined): Store | undefined {
  if (path === undefined) return undefined;
  return { read: () => readDataFile(path), write: (snapshot) => writeDataFile(path, snapshot) };
}

/**
 * Reads a data file; undefined if the file does not exist yet.
 *
 * @throws {SandboxError} `data-file-unusable` if the file cannot be read or is invalid. The file is left unchanged.
 */
function readDataFile(path: string): Snapshot | undefined {
  const text = readText(path);
  if (text === undefined) return undefined;
  try {
    const content = JSON.parse(text) as Record<string, unknown> | null;
    if (content?.["format"] !== format) throw new Error("it was not written by a sandbox");
    if (content["version"] !== version) throw new Error("it was written by another version of the sandbox");
    return parseSnapshot(content);
  } catch (cause) {
    const reason = cause instanceof SyntaxError ? "it is not valid JSON" : (cause as Error).message;
    throw new SandboxError(
      "data-file-unusable",
      `The data file ${path} cannot be used: ${reason}. It was left unchanged. Move it away to start empty, or name another file.`,
      { cause },
    );
  }
}

/** Replaces a data file atomically, so that a crash leaves either the old or the new file. */
function writeDataFile(path: string, snapshot: Snapshot): void {
  const draft = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const file = openSync(draft, "w", 0o600);
    try {
      writeFileSync(file, `${JSON.stringify({ format, version, ...snapshot }, null, 2)}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, path);
  } catch (cause) {
    throw unusable(path, "written", cause);
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw unusable(path, "read", cause);
  }
}

function unusable(path: string, verb: "read" | "written", cause: unknown): SandboxError {
  const { code } = cause as NodeJS.ErrnoException;
  const message = `The data file ${path} cannot be ${verb} (${code}). Check the path and its permissions, or name another file.`;
  return new SandboxError("data-file-unusable", message, { cause });
}
