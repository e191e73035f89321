import { fault, type Finding, leftOut, note, ok } from "./report.js";
import type { DoctorOptions } from "./options.js";

/** Calls the token endpoint as a browser on the given page would. What comes is not shown. */
export async function checkEndpoint({ endpoint, page, cookie }: DoctorOptions): Promise<Finding> {
  if (endpoint === undefined) return leftOut("--endpoint says where it is");
  const own = new URL(endpoint).origin;
  const origin = page === undefined ? own : new URL(page).origin;
  const response = await fetch(endpoint, {
    method: "POST",
    redirect: "manual",
    headers: {
      origin,
      "sec-fetch-site": origin === own ? "same-origin" : "cross-site",
      "sec-fetch-mode": "cors",
      ...(cookie && { cookie }),
    },
    signal: AbortSignal.timeout(15_000),
  });
  const { code, message, type } = readBody(await response.text());
  const { status } = response;
  if (status >= 300 && status < 400)
    return fault(`answers ${status}, a redirect`, "Let it answer 401 to nobody instead of a sign-in page.");
  if (status === 404) return fault("answers 404", "Nothing is mounted there. Check --endpoint and the route.");
  if (!code && !type)
    return fault(
      `answers ${status} with something else than the kit's JSON`,
      "Check --endpoint: createTokenHandler has to answer there.",
    );
  if (status === 403) return fault(`refuses pages of ${origin}: ${code}`, message);
  if (status !== 200 && status !== 401) return fault(`answers ${status} ${code}`, message);
  if (origin !== own && response.headers.get("access-control-allow-origin") !== origin)
    return fault(
      `answers without CORS headers for ${origin}`,
      "Name that origin in allowedOrigins of createTokenHandler.",
    );
  if (!/no-store/.test(response.headers.get("cache-control") ?? ""))
    return fault(
      "answers without cache-control: no-store",
      "Something between here and the handler changes its headers; tokens must not be kept.",
    );
  if (type) return ok(`answers 200 with ${type}`);
  if (cookie)
    return fault(
      "knows nobody by the cookie in HUMAN_CONNECT_COOKIE",
      "Take one of somebody who is signed in, or check identify.",
    );
  return note(
    "answers 401, as it should to nobody",
    "Give a session's cookie in HUMAN_CONNECT_COOKIE to see it answer somebody.",
  );
}

/** What the answer is, without what is in it. */
function readBody(text: string): { code: string; message: string; type: string | undefined } {
  try {
    const body = JSON.parse(text) as Record<string, unknown> | null;
    const { code, message } = (body?.["error"] ?? {}) as { code?: unknown; message?: unknown };
    const type = ["session_token", "id_token"].find((name) => typeof body?.[name] === "string");
    return { code: toWord(code), message: typeof message === "string" ? message.slice(0, 300) : "", type };
  } catch {
    return { code: "", message: "", type: undefined };
  }
}

const toWord = (value: unknown): string => (typeof value === "string" && /^[a-z-]{1,60}$/.test(value) ? value : "");
