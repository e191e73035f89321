import { createTokenHandler, type HumanApi, type TokenHandlerOptions } from "../../src/index.js";

export const endpoint = "https://app.example.com/api/human-connect/token";

export interface Given {
  url?: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  options?: Partial<TokenHandlerOptions>;
}

export const toRequest = ({ url = endpoint, method = "POST", headers, body }: Given): Request =>
  new Request(url, { method, headers, ...(body !== undefined && { body }) });

/** A handler for Jane that is quiet. */
export const handlerOf = (humanApi: HumanApi, options: Partial<TokenHandlerOptions> = {}) =>
  createTokenHandler({ humanApi, identify: () => "jane", onLog: () => {}, ...options });

export const read = async (response: Response): Promise<unknown> => JSON.parse((await response.text()) || "null");
