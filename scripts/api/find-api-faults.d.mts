export interface PackageApi {
  name: string;
  folder: string;
  built: ReadonlyMap<string, string>;
  written: ReadonlyMap<string, string>;
  released: string | undefined;
}
export interface Changeset {
  releases: readonly { name: string; type: string }[];
}
export function hashReports(reports: ReadonlyMap<string, string>): string;
export function findApiFaults(api: PackageApi, changesets: readonly Changeset[]): string[];
