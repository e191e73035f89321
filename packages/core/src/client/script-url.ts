/** The URL at which the vendor publishes the script of a version. @see docs/vendor.md#addresses */
export function scriptUrl(version = "latest"): string {
  return `https://cdn.humanapi.co/humanapi-connect-client@${version}.js`;
}
