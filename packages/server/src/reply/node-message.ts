/** A header value as Node provides it; adapters of serverless platforms also write numbers and null. */
export type NodeHeader = string | number | readonly string[] | null | undefined;

/** The part of Node's request that the adapter uses; requests of Express and of HTTP/2 fit as well. */
export interface NodeRequest extends AsyncIterable<Uint8Array> {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: Readonly<Record<string, NodeHeader>>;
  readonly socket?: object | null | undefined;
  readonly readableEnded: boolean;
}

/** The part of Node's response that the adapter uses. */
export interface NodeResponse {
  readonly headersSent: boolean;
  readonly writableFinished: boolean;
  readonly writableEnded?: boolean;
  readonly destroyed?: boolean;
  /** HTTP/2 only. */
  readonly stream?: { readonly destroyed?: boolean } | null | undefined;
  statusCode: number;
  setHeader(name: string, value: string | string[]): unknown;
  getHeader?(name: string): NodeHeader;
  writeHead?(status: number, headers: Record<string, string>): unknown;
  removeHeader?(name: string): unknown;
  end(body: Uint8Array | string): unknown;
  once?(event: "close", listener: () => void): unknown;
}
