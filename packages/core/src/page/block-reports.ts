import { bare } from "../base/bare.js";

/** A request that a policy of the page has blocked. */
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
 * Reports requests blocked by policies that dispatch no `securitypolicyviolation`. Chromium reports all of them, other engines some or
 * none.
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
    // This browser reports nothing.
  }
}

/** Some bodies have no properties in Chromium, but all of them serialize to JSON. */
function readBody(body: ReportBody | null | undefined): ReportBody {
  return (body as { toJSON?: () => ReportBody } | null | undefined)?.toJSON?.() ?? body ?? {};
}
