import { errorCodes, type HumanApiErrorCode } from "@human-connect/server";
import type { CrowdAnswer } from "./crowd.ts";

/** How often each outcome was seen: `token`, a code of ours that was told as it should be, or what came instead. */
export function countOutcomes(answers: readonly CrowdAnswer[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const outcome of answers.map(toOutcome)) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

/** Each person's tokens; a person who was given another one along the way has several. */
export function collectTokens(answers: readonly CrowdAnswer[]): Map<string, string[]> {
  const tokens = new Map<string, Set<string>>();
  for (const { person, body } of answers.filter((answer) => toOutcome(answer) === "token"))
    tokens.set(person, (tokens.get(person) ?? new Set()).add((JSON.parse(body) as Grant).session_token));
  return new Map([...tokens].map(([person, set]) => [person, [...set]]));
}

interface Grant {
  session_token: string;
  expires_in: number;
}

const grant = /^\{"session_token":"[\w-]{43}","expires_in":\d+\}$/;

function toOutcome({ status, cacheControl, body }: CrowdAnswer): string {
  if (status === 200 && cacheControl === "no-store" && grant.test(body)) return "token";
  const code = /"code":"([\w-]+)"/.exec(body)?.[1] ?? "";
  return isToldAsCode(body, code) && cacheControl === "no-store" ? `${status} ${code}` : `${status} ${body}`;
}

/** Exactly what our table says: nothing of the service's and nothing of the machine's. */
function isToldAsCode(body: string, code: string): boolean {
  const facts = Object.hasOwn(errorCodes, code) ? errorCodes[code as HumanApiErrorCode] : undefined;
  return (
    facts !== undefined && body === JSON.stringify({ error: { code, message: `${facts.sentence} ${facts.remedy}` } })
  );
}
