import { createHmac } from "node:crypto";
import type { SandboxContext } from "../world/sandbox-context.js";

/** The success body for a client token, as Human API documents it (docs/vendor.md#token-service). */
export interface ClientTokenBody {
  client_token: string;
  expires_in: number;
}

const lifeSeconds = 86_400;

/** Mints a JWT that names the application. The sandbox has no admin API that accepts it. */
export function mintClientToken({
  clientId,
  clientSecret,
  clock,
}: Pick<SandboxContext, "clientId" | "clientSecret" | "clock">): ClientTokenBody {
  const issuedAt = Math.floor(clock.now() / 1000);
  const claims = { sub: clientId, jti: crypto.randomUUID(), iat: issuedAt, exp: issuedAt + lifeSeconds };
  const signed = `${encode({ alg: "HS256", typ: "JWT" })}.${encode(claims)}`;
  const signature = createHmac("sha256", clientSecret).update(signed).digest("base64url");
  return { client_token: `${signed}.${signature}`, expires_in: lifeSeconds };
}

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString("base64url");
