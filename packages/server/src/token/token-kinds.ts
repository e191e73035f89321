/** How Human API issues one kind of token. */
export interface TokenKind {
  readonly path: "/v1/connect/token" | "/v1/admin/token";
  /** The request's `type`. */
  readonly type: "session" | "id" | "access" | "client";
  /** Field of the response that holds the token. */
  readonly tokenField: string;
  /** Field of the response that holds a refresh token. */
  readonly refreshField?: string;
  /** Another type that the service no longer issues to the user. */
  readonly replaces?: TokenKindName;
}

export type TokenKindName = "session" | "id" | "access" | "hip-access" | "hip-client";

/** @see docs/vendor.md#token-service */
export const tokenKinds: Readonly<Record<TokenKindName, TokenKind>> = {
  session: { path: "/v1/connect/token", type: "session", tokenField: "session_token" },
  id: {
    path: "/v1/connect/token",
    type: "id",
    tokenField: "id_token",
    refreshField: "id_refresh_token",
    replaces: "session",
  },
  access: { path: "/v1/connect/token", type: "access", tokenField: "access_token", refreshField: "refresh_token" },
  "hip-access": { path: "/v1/admin/token", type: "access", tokenField: "access_token", refreshField: "refresh_token" },
  "hip-client": { path: "/v1/admin/token", type: "client", tokenField: "client_token" },
};
