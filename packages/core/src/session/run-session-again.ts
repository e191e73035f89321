// The lazy part under another name. In the published package this file is a copy of all of it, so that it is requested again; see
// docs/decisions/0026-asking-anew.md.
export * from "./run-session.js";
