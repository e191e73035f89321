import { createSandbox, type Sandbox } from "@human-connect/sandbox";
import { createApp } from "../../demo/app.ts";
import { listen } from "../../demo/listen.ts";
import { openPeople } from "../../demo/people.ts";

/** The demo's CMS page on the sandbox, with a browser's reports of what its policy refused. */
export interface CmsServer {
  /** Address of the page. */
  readonly url: string;
  /** Directives that were violated, in order. Browsers send them from the first byte on, before a listener could be there. */
  readonly violations: string[];
  close(): Promise<void>;
}

/** Starts the server. The page's policy is the demo's own, and asks for reports besides. */
export async function startCmsServer(): Promise<CmsServer> {
  const violations: string[] = [];
  const sandbox = await createSandbox({ pace: 0.1 });
  const app = createApp(sandbox, await openPeople(undefined));
  const answer = async (request: Request): Promise<Response> => {
    if (new URL(request.url).pathname === "/policy-report") {
      violations.push(readDirective(await request.json()));
      return new Response(null, { status: 204 });
    }
    const response = await app.fetch(request);
    const policy = response.headers.get("content-security-policy");
    if (policy) response.headers.set("content-security-policy", `${policy}; report-uri /policy-report`);
    return response;
  };
  const server = await listen(answer, 0, "localhost");
  return { url: `${server.url}/cms`, violations, close: () => closeBoth(server, sandbox) };
}

/** A report names the directive, and what was blocked: `style-src-attr inline`. */
function readDirective(report: unknown): string {
  const { "csp-report": told } = report as { "csp-report": Record<string, string> };
  return `${told["effective-directive"] ?? told["violated-directive"]} ${told["blocked-uri"]}`;
}

async function closeBoth(server: { close(): Promise<void> }, sandbox: Sandbox): Promise<void> {
  await Promise.all([server.close(), sandbox.close()]);
}
