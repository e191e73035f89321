export { createHumanityClient } from "./humanity/client.js";
export type { HumanityClient } from "./humanity/client.js";
export { HumanityError, humanityErrorCodes } from "./humanity/error.js";
export type { HumanityErrorCode, HumanityErrorDetails, HumanityErrorFacts } from "./humanity/error.js";
export type { HumanityOptions } from "./humanity/options.js";
export type { HumanityToken } from "./humanity/tokens.js";
