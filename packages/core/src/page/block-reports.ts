import { bare } from "../base/bare.js";

/** What a policy of the page has kept from loading. */
export interface BlockReport {
  /** `coep` and `dip` are the page's isolation, `integrity-violation` its `Integrity-Policy`. */
  readonly policy: "coep" | "dip" | "integrity-violation";
  readonly url: string;
  /** `iframe`, `script`, or empty for a request of a script. */
  readonly destination: string;
}

interface ReportBody {
  readonly blockedURL?: unknown;
  readonly destination?: unknown;
  readonly disposition?: unknown;
  readonly reportOnly?: unknown;
}

/**
 * Hears what the browser blocks for policies that dispatch no `securitypolicyviolation`. Chromium tells all of them, other engines
 * some or none.
 */
export function hearBlockReports(hear: (report: BlockReport) => void, signal: AbortSignal): void {
  try {
    const observer = new ReportingObserver(
      (reports) => {
        for (const { type, body } of reports) {
          const { blockedURL, destination, disposition, reportOnly } = readBody(body);
          if (disposition !== "reporting" && !reportOnly)
            hear({ policy: type as BlockReport["policy"], url: String(blockedURL), destination: String(destination) });
        }
      },
      bare({ types: ["coep", "dip", "integrity-violation"] }),
    );
    observer.observe();
    signal.addEventListener("abort", () => observer.disconnect());
  } catch {
    // This browser tells nothing.
  }
}

/** Chromium gives some bodies no properties, and writes all of them as JSON. */
function readBody(body: ReportBody | null | undefined): ReportBody {
  return (body as { toJSON?: () => ReportBody } | null | undefined)?.toJSON?.() ?? body ?? {};
}
