import { contentSecurityPolicy } from "../policy/content-security-policy.js";
import { type DoctorLine, fault, type Finding, leftOut, note, ok } from "./report.js";
import type { DoctorOptions } from "./options.js";
import { allows, findPolicyGaps, parsePolicy } from "../policy/policy-gaps.js";

const patience = (): AbortSignal => AbortSignal.timeout(10_000);

/** Whether the given page may frame the Connect page. */
export async function checkFrame({ connectUrl, page }: DoctorOptions): Promise<Finding> {
  const response = await fetch(connectUrl, { signal: patience() });
  const self = new URL(response.url || connectUrl).origin;
  const host = page === undefined ? undefined : new URL(page).origin;
  const remedy = "Ask Human API to allow your origin to frame Connect, and check --connect-url.";
  if (response.status >= 400) return fault(`the Connect page answers ${response.status}`, remedy);
  const lists = splitPolicies(response.headers.get("content-security-policy"))
    .map((policy) => parsePolicy(policy).get("frame-ancestors"))
    .filter((list) => list !== undefined);
  // With a frame-ancestors directive, browsers ignore the older header.
  const older = response.headers.get("x-frame-options")?.trim().toLowerCase();
  if (lists.length === 0 && older && host !== self)
    return fault(`X-Frame-Options: ${older} keeps it out of frames`, remedy);
  if (host === undefined) return leftOut("pass the URL of the page that shows Connect as --page");
  const isAllowed = lists.every((list) => list.some((source) => allows(source, host, self)));
  if (!isAllowed) return fault(`frame-ancestors does not name ${host}`, remedy);
  return ok(`${host} may frame the Connect page`);
}

/** The integrity hash that pins the vendor's script. */
export async function checkScript({ scriptUrl, client }: DoctorOptions): Promise<Finding> {
  if (client !== "cdn") return leftOut("this client does not load it from the CDN");
  const response = await fetch(scriptUrl, { signal: patience() });
  const type = response.headers.get("content-type") ?? "";
  if (!response.ok || !/javascript/i.test(type))
    return fault(
      `${scriptUrl} answers ${response.status} ${type}`,
      "Check --script-url: it has to name a published version.",
    );
  const digest = await crypto.subtle.digest("SHA-384", await response.arrayBuffer());
  const integrity = `sha384-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
  if (/@latest\b/.test(scriptUrl))
    return note(`${integrity} today`, "@latest changes without notice: pin a version before you pin its hash.");
  return ok(`integrity="${integrity}"`);
}

/** The sources that the page's content security policy lacks. */
export async function checkPolicy(options: DoctorOptions): Promise<DoctorLine[]> {
  const { page, connectUrl, scriptUrl, client, endpoint } = options;
  if (page === undefined)
    return [{ check: "policy", ...leftOut("pass the URL of the page that shows Connect as --page") }];
  const response = await fetch(page, { signal: patience() });
  if (response.status >= 400)
    return [{ check: "policy", ...fault(`the page answers ${response.status}`, "Check --page.") }];
  const self = new URL(response.url || page).origin;
  const inPage = [...(await response.text()).matchAll(/<meta\b[^>]*>/gi)].map(([tag]) => readMeta(tag)).filter(Boolean);
  const policies = [...splitPolicies(response.headers.get("content-security-policy")), ...inPage];
  if (policies.length === 0) return [{ check: "policy", ...ok("the page has no policy, so nothing is blocked") }];
  const needed = contentSecurityPolicy({ client: client === "cdn" ? { url: scriptUrl } : client, baseUrl: connectUrl });
  if (endpoint !== undefined) needed["connect-src"]!.push(new URL(endpoint).origin);
  const gaps = Object.entries(findPolicyGaps(policies.join(","), needed, self));
  if (gaps.length === 0) return [{ check: "policy", ...ok("the page's policy allows everything that is needed") }];
  return gaps.map(([name, sources]) => {
    const check = `policy ${name}`;
    const [message, remedy] = [`lacks ${sources.join(" ")}`, `Add ${sources.join(" ")} to ${name}.`];
    if (name !== "script-src") return { check, ...fault(message, remedy) };
    // Whether the page passes its nonce on cannot be seen.
    if (!findPolicyGaps(withoutNonce(policies), needed, self)[name])
      return { check, ...note(message, `${remedy} Or pass the page's nonce to cdnClient({ nonce }).`) };
    return { check, ...fault(message, `${remedy} With another client than cdnClient(), pass --client.`) };
  });
}

/** The policies that allow no script by a nonce. */
const withoutNonce = (policies: readonly string[]): string =>
  policies
    .flatMap((policy) => policy.split(","))
    .filter((policy) => !/\b(?:script|default)-src[^;]*'nonce-/i.test(policy))
    .join(",");

const splitPolicies = (header: string | null): string[] => (header === null ? [] : header.split(","));

function readMeta(tag: string): string {
  if (!/http-equiv\s*=\s*["']?content-security-policy["'\s/>]/i.test(tag)) return "";
  const [, , content = ""] = /\bcontent\s*=\s*(["'])(.*?)\1/is.exec(tag) ?? [];
  return content.replaceAll("&#39;", "'").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}
