import { fault, type Finding, leftOut, note, ok } from "./report.js";
import type { DoctorOptions } from "./options.js";

/** Calls the token endpoint as a browser on the given page would. The token is not shown. */
export async function checkEndpoint({ endpoint, page, cookie }: DoctorOptions): Promise<Finding> {
  if (endpoint === undefined) return leftOut("pass its URL as --endpoint");
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
    return fault(
      `answers ${status}, a redirect`,
      "Answer 401 to anonymous users instead of redirecting to a sign-in page.",
    );
  if (status === 404)
    return fault("answers 404", "No handler is mounted at this path. Check --endpoint and the route.");
  if (!code && !type)
    return fault(
      `answers ${status}, but not with the kit's JSON`,
      "Check --endpoint: the handler of createTokenHandler has to be mounted there.",
    );
  if (status === 403) return fault(`refuses pages of ${origin}: ${code}`, message);
  if (status !== 200 && status !== 401) return fault(`answers ${status} ${code}`, message);
  if (origin !== own && response.headers.get("access-control-allow-origin") !== origin)
    return fault(
      `answers without CORS headers for ${origin}`,
      "Add that origin to allowedOrigins of createTokenHandler.",
    );
  if (!/no-store/.test(response.headers.get("cache-control") ?? ""))
    return fault(
      "answers without cache-control: no-store",
      "A proxy or middleware changes the headers of the handler. Let it keep cache-control: tokens must not be cached.",
    );
  if (type) return ok(`answers 200 with ${type}`);
  if (cookie)
    return fault(
      "answers 401 despite the cookie in HUMAN_CONNECT_COOKIE",
      "Use the session cookie of a signed-in user, or check identify.",
    );
  return note(
    "answers 401, as it should to an anonymous user",
    "Set HUMAN_CONNECT_COOKIE to a session cookie to test it for a signed-in user.",
  );
}

/** What the response is, without the token in it. */
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
