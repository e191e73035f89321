import type { CdnClientOptions } from "./client.js";

/** The URL at which the vendor publishes the script of a version. @see docs/vendor.md#addresses */
export function scriptUrl(version = "latest"): string {
  return `https://cdn.humanapi.co/humanapi-connect-client@${version}.js`;
}

/** `crossorigin` of the script's tag: browsers check `integrity` only if the server allows it. */
export function readCrossOrigin({ crossOrigin, integrity }: CdnClientOptions): string | undefined {
  return crossOrigin ?? (integrity && "anonymous");
}
