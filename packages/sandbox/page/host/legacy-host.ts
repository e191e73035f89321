import type { LegacySession } from "../../src/legacy/session.js";
import { ApiError } from "./api.js";
import type { Host } from "./host.js";

const pollMs = 2000;

/**
 * Posts messages to the host page as the page of before 2018 did: as JSON texts, one at the end and none in between
 * (docs/vendor.md#legacy-messages).
 */
export function createLegacyHost(session: Promise<LegacySession>): Host {
  const post = (message: unknown): void => window.parent.postMessage(message, "*");
  const tell = (type: string, fields: object = {}): void => post(JSON.stringify({ type, ...fields }));

  session.then(
    ({ sessionToken }) => tell("hapi-connect-open", { token: { sessionToken } }),
    (error: unknown) => {
      // The page shows this error to the user and does not report it to the host.
      if (error instanceof ApiError && error.code === "USER_ALREADY_EXISTS") return;
      tell("hapi-connect-error", { error: describe(error) });
    },
  );

  const finish = async (): Promise<void> => {
    tell("hapi-connect-finish", { token: await session });
    // The script hides the page and never removes it, so the page keeps polling.
    setInterval(() => void fetch("/legacy/api/session"), pollMs);
  };

  let isRefused = false;
  return {
    isFramed: window.parent !== window,
    post(message) {
      const { type, status, sessionResults } = (message ?? {}) as Closing;
      if (type === "hapi-connect-connect-source" || type === "hapi-connect-disconnect-source") return;
      if (type !== "hapi-connect-close") return post(message);
      if (status !== "SUCCESS" && !isRefused) {
        isRefused = true;
        tell("hapi-connect-error", { error: describe(new ApiError(String(status), "The session was refused.")) });
      } else if (sessionResults?.connectedSources?.length || sessionResults?.connected?.length) void finish();
      else tell("hapi-connect-close");
    },
  };
}

/** The Connect page's own message; the connected sources have the names of 2.x or of 1.x. */
interface Closing {
  type?: unknown;
  status?: unknown;
  sessionResults?: { connectedSources?: readonly unknown[]; connected?: readonly unknown[] };
}

function describe(error: unknown): { code: string; message: string; detailedMessage: string } {
  const { code, message } = error instanceof ApiError ? error : { code: "UNEXPECTED", message: "The page failed." };
  return { code, message: "Connect could not be opened.", detailedMessage: message };
}
