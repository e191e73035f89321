import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { packAll } from "../packed/pack-all.ts";

/** A registry of our packages alone, for npm's setting `@human-connect:registry`. */
export interface PackageRegistry {
  readonly url: string;
  close(): Promise<void>;
}

interface Packed {
  readonly manifest: { readonly name: string; readonly version: string };
  readonly bytes: Buffer;
  readonly file: string;
}

/** Packs the built packages and serves them as npm's registry would. */
export async function startPackageRegistry(): Promise<PackageRegistry> {
  const folder = mkdtempSync(join(tmpdir(), "human-connect-registry-"));
  const packed = (await packAll(folder)).map(([, tarball]) => readPacked(tarball));
  rmSync(folder, { recursive: true, force: true });

  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? "").slice(1);
    const tarball = packed.find(({ file }) => path === file);
    const found = packed.find(({ manifest }) => path === manifest.name);
    if (tarball) response.end(tarball.bytes);
    else if (found) response.setHeader("content-type", "application/json").end(JSON.stringify(describe(found, url)));
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return { url, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

function readPacked(tarball: string): Packed {
  const text = execFileSync("tar", ["-xzOf", tarball, "package/package.json"], { encoding: "utf8" });
  return { manifest: JSON.parse(text), bytes: readFileSync(tarball), file: basename(tarball) };
}

const describe = ({ manifest, bytes, file }: Packed, url: string): object => ({
  name: manifest.name,
  "dist-tags": { latest: manifest.version },
  versions: {
    [manifest.version]: {
      ...manifest,
      dist: { tarball: url + file, integrity: `sha512-${createHash("sha512").update(bytes).digest("base64")}` },
    },
  },
});
