import { createHumanApi, type HumanApi } from "../api/create-human-api.js";
import { type DoctorLine, fault, type Finding, leftOut, note, ok } from "./report.js";
import type { DoctorOptions } from "./options.js";
import { HumanApiError } from "../base/human-api-error.js";
import { toLoggedError } from "../base/logged-error.js";

/** Requests each type of token for a user. The tokens are not shown. */
export async function checkTokens(options: DoctorOptions): Promise<DoctorLine[]> {
  const { clientId, clientSecret, authUrl, user } = options;
  const isAskedForMore = [options.page, options.endpoint, options.store].some(Boolean);
  if (!clientId && !clientSecret && isAskedForMore)
    return [
      { check: "credentials", ...leftOut("set HUMAN_API_CLIENT_ID and HUMAN_API_CLIENT_SECRET to request tokens") },
    ];
  if (!clientId || !clientSecret) {
    const missing = [!clientId && "HUMAN_API_CLIENT_ID", !clientSecret && "HUMAN_API_CLIENT_SECRET"].filter(Boolean);
    const remedy = "Set it in this shell, for example with `node --env-file=.env`.";
    return [{ check: "credentials", ...fault(`${missing.join(" and ")} not set`, remedy) }];
  }
  const humanApi = toHumanApi(() => createHumanApi({ clientId, clientSecret, authUrl, retries: 0, onLog: () => {} }));
  if (!("sessionToken" in humanApi)) return [{ check: "credentials", ...humanApi }];
  const taken: [string, Outcome][] = [];
  for (const [name, ask] of Object.entries(asked)) taken.push([name, await take(() => ask(humanApi, user))]);
  const isWorking = taken.some(([, { isGiven }]) => isGiven);
  return [
    { check: "credentials", ...ok("are set") },
    ...taken.map(([name, { finding, isExpected }]) => ({
      check: name,
      ...(isExpected && isWorking ? { ...finding, level: "ok" as const, remedy: undefined } : finding),
    })),
  ];
}

interface Outcome {
  readonly isGiven: boolean;
  /** Whether a working service may refuse this token: the available types depend on what the user has connected. */
  readonly isExpected: boolean;
  readonly finding: Finding;
}

const asked: Readonly<Record<string, (humanApi: HumanApi, user: string) => Promise<{ expiresInSeconds: number }>>> = {
  "session token": (humanApi, user) => humanApi.sessionToken(user),
  "id token": (humanApi, user) => humanApi.idToken(user),
  "access token": (humanApi, user) => humanApi.accessToken(user),
};

const usual = ["not-authorized", "unknown-client-user-id", "access-token-generation-not-allowed"];

async function take(ask: () => Promise<{ expiresInSeconds: number }>): Promise<Outcome> {
  try {
    const { expiresInSeconds } = await ask();
    return { isGiven: true, isExpected: false, finding: ok(`is issued, for ${expiresInSeconds} s`) };
  } catch (error) {
    if (!(error instanceof HumanApiError)) throw error;
    const finding = fault(`is refused: ${error.code}`, error.message);
    return { isGiven: false, isExpected: usual.includes(error.code), finding };
  }
}

function toHumanApi(create: () => HumanApi): HumanApi | Finding {
  try {
    return create();
  } catch (error) {
    return fault("are invalid", toLoggedError(error).message);
  }
}

/** Tokens expire by the service's clock; whether a notification is late depends on this machine's. */
export async function checkClock({ authUrl }: DoctorOptions): Promise<Finding> {
  const sentAt = Date.now();
  const response = await fetch(authUrl, { method: "HEAD", redirect: "manual", signal: AbortSignal.timeout(10_000) });
  const date = Date.parse(response.headers.get("date") ?? "");
  if (Number.isNaN(date)) return leftOut("the token service sends no Date header");
  // The middle of the round trip, minus half a second, because the header has whole seconds.
  const aheadSeconds = Math.round(((sentAt + Date.now()) / 2 - date - 500) / 1000);
  const message = `differs from the token service's by ${Math.abs(aheadSeconds)} s`;
  const remedy = "Synchronize this machine's clock by NTP: notifications are accepted for five minutes.";
  if (Math.abs(aheadSeconds) > 120) return fault(message, remedy);
  return Math.abs(aheadSeconds) > 10 ? note(message, remedy) : ok(message);
}
