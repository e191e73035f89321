import { createConnectPage } from "./connect-page.js";
import { createSession, type ModelSession, type ModelToken, type Opening } from "./model-session.js";

/**
 * What one instance is expected to do, told in the simplest way: no promises, no page, a clock that is moved by hand. Each
 * method is something that happens to it.
 */
export class ConnectModel {
  readonly page = createConnectPage();
  status = "idle";
  /** Code of the error, or reason of the closing. */
  detail = "";
  connections: readonly string[] = [];
  results: readonly (readonly string[])[] | undefined;
  readonly events: string[] = [];
  /** Why `getToken` was called. */
  readonly reasons: string[] = [];
  listeners = 0;
  /** Errors of callbacks that were reported. */
  reported = 0;
  doCallbacksThrow = false;
  reopensOnClose = false;
  /** Status of another instance on the same page. */
  other = "idle";
  session: ModelSession | undefined;
  token: ModelToken = { kind: "none" };
  /** How often the vendor's client was asked for. */
  loads = 0;
  #now = 0;
  /** Two waits that end in the same moment end in the order in which they began. */
  #waits = 0;

  click(isInvalid = false): void {
    if (this.session) return;
    this.loads += 1;
    if (this.other === "open") return this.#become("error", "widget-busy");
    this.#become("loading");
    this.session = createSession(isInvalid, { patienceUntil: this.#in(2000), clientUntil: this.#in(15_000) });
    this.#take("open");
  }

  tokenComes(): void {
    if (this.token.kind !== "asked") return;
    // Nobody said how long it lives, nor whose it is: a minute, of which half is kept back.
    this.token = { kind: "held", until: this.token.at + 30_000 };
    if (this.session) this.session.hasToken = true;
    this.#proceed();
  }

  tokenFails(code: string): void {
    if (this.token.kind !== "asked") return;
    this.token = { kind: "none" };
    if (this.session) this.fail(code);
  }

  clientComes(opening: Opening): void {
    if (this.session?.phase !== "preparing" || this.session.opening) return;
    this.session.opening = opening;
    this.session.clientUntil = Number.POSITIVE_INFINITY;
    this.#proceed();
  }

  clientFails(code: string): void {
    if (this.session?.phase === "preparing" && !this.session.opening) this.fail(code);
  }

  frameLoads(): void {
    this.session!.isLive = true;
    this.session!.widgetUntil = Number.POSITIVE_INFINITY;
  }

  /** A page that speaks is there. */
  hears(): void {
    this.session!.reach = undefined;
    this.session!.isHeard = true;
  }

  networkAnswers(): void {
    const session = this.session!;
    // Between two questions there is nothing to answer.
    if (session.reach?.kind === "asked") session.reach = undefined;
  }

  networkFails(): void {
    const session = this.session!;
    if (session.reach?.kind !== "asked") return;
    session.reach = session.reach.times === 2 ? { kind: "doubted" } : { kind: "pausing", until: this.#in(1000) };
  }

  /** Nobody has changed their mind who leaves a widget that never came. */
  leaves(): void {
    if (this.session?.reach?.kind === "doubted") this.fail("widget-failed");
    else this.closes("cancelled");
  }

  triesAgain(): void {
    const session = this.session!;
    this.page.reopen();
    session.isLive = session.isHeard = false;
    session.widgetUntil = this.#in(20_000);
    session.reach = { kind: "asked", times: 1 };
  }

  connects(id: string): void {
    this.hears();
    const { connected, current } = this.page;
    const isNew = !current.includes(id) || !connected.includes(id);
    this.page.connect(id);
    this.#become("open");
    this.#emit(`connect ${isNew ? id : connected.at(-1)}`);
  }

  disconnects(id: string): void {
    this.hears();
    const { disconnected, current } = this.page;
    const isNew = current.includes(id) || !disconnected.includes(id);
    this.page.disconnect(id);
    this.#become("open");
    this.#emit(`disconnect ${isNew ? id : disconnected.at(-1)}`);
  }

  isRefused(refusal: "expired" | "invalid" | "missing"): void {
    const session = this.session!;
    this.hears();
    if (refusal === "missing" || session.isRenewed) return this.fail(`token-${refusal}`);
    const [connected = [], disconnected = []] = this.#resultsNow();
    this.page.reopen();
    Object.assign(session, { phase: "renewing", isRenewed: true, hasToken: false, isLive: false, isHeard: false });
    session.widgetUntil = Number.POSITIVE_INFINITY;
    session.earlier = { connected, disconnected };
    this.token = { kind: "none" };
    this.#take(refusal);
  }

  closes(reason: "finished" | "closed-by-host" | "cancelled"): void {
    if (!this.session) return;
    this.token = { kind: "none" };
    this.#become("closed", reason);
    this.session = undefined;
    this.#emit(`close ${reason}`);
    if (!this.reopensOnClose) return;
    this.reopensOnClose = false;
    this.click();
  }

  fail(code: string): void {
    // Nobody said whose it is, so it ends with its attempt.
    this.token = { kind: "none" };
    this.#become("error", code);
    this.session = undefined;
    this.#emit(`error ${code}`);
  }

  otherIsClicked(): void {
    if (this.other !== "open") this.other = this.session ? "error" : "open";
  }

  otherCloses(): void {
    if (this.other === "open") this.other = "closed";
  }

  unsubscribes(): void {
    this.listeners -= 1;
    if (this.listeners || (this.session && this.status !== "loading")) return;
    this.token = { kind: "none" };
    if (!this.session) return;
    // What is on the screen does not go without a word.
    if (this.session.isStaged) return this.closes("closed-by-host");
    this.session = undefined;
    this.#become("idle");
  }

  passes(ms: number): void {
    const until = this.#now + ms;
    for (let next = this.#nextEnd(until); next; next = this.#nextEnd(until)) {
      this.#now = Math.floor(next.at);
      next.end();
    }
    this.#now = until;
  }

  /** What can be seen from outside. */
  describe(): object {
    const { status, detail, connections, results, events, reasons, loads, reported, session, other } = this;
    const stages = Number(Boolean(session?.isStaged)) + Number(other === "open");
    const isLive = session?.isLive ?? false;
    const isDoubted = session?.reach?.kind === "doubted";
    const canReload = isLive && !isDoubted && !session!.isHeard;
    const offers = { isLive, isDoubted, canReload };
    return { status, detail, connections, results, events, reasons, loads, reported, stages, ...offers, other };
  }

  #take(reason: string): void {
    const isHeld = this.token.kind === "held" && this.#now < this.token.until;
    if (this.token.kind === "held" && !isHeld) this.token = { kind: "none" };
    if (this.token.kind === "none") {
      this.reasons.push(reason);
      this.token = { kind: "asked", at: this.#now, until: this.#in(15_000) };
    }
    this.session!.hasToken = isHeld;
  }

  #proceed(): void {
    const { session } = this;
    if (!session?.hasToken || !session.opening) return;
    session.isStaged = true;
    if (session.isInvalid) return this.fail("invalid-option");
    if (session.opening === "throws") return this.fail("client-failed");
    if (session.opening === "refuses") return this.fail("widget-busy");
    session.widgetUntil = this.#in(20_000);
    if (session.opening === "adds nothing") {
      session.phase = "frameless";
      return;
    }
    session.phase = "shown";
    session.reach = { kind: "asked", times: 1 };
    this.page.reopen();
    if (session.wasShown) return;
    session.wasShown = true;
    this.#become("open");
    this.#emit("open");
  }

  #become(status: string, detail = ""): void {
    const { session } = this;
    this.status = status;
    this.detail = detail;
    if (session?.wasShown) this.connections = [...this.page.current];
    const hasResults = status === "closed" || status === "open" || (status === "error" && session?.wasShown);
    this.results = hasResults ? this.#resultsNow() : undefined;
    if (status === "error" && !session) this.#emit(`error ${detail}`);
  }

  #resultsNow(): (readonly string[])[] {
    const { earlier, wasShown, phase } = this.session!;
    const { connected, disconnected } = wasShown && phase === "shown" ? this.page : { connected: [], disconnected: [] };
    return [
      [...new Set([...earlier.connected, ...connected])],
      [...new Set([...earlier.disconnected, ...disconnected])],
    ];
  }

  #emit(event: string): void {
    this.events.push(event);
    if (this.doCallbacksThrow) this.reported += 1;
  }

  #nextEnd(until: number): { at: number; end: () => void } | undefined {
    const { session, token } = this;
    const ends = [
      {
        at: token.kind === "asked" ? token.until : Number.POSITIVE_INFINITY,
        end: () => this.tokenFails("token-timeout"),
      },
      ...(session
        ? [
            { at: session.patienceUntil, end: () => this.#grow(session) },
            { at: session.clientUntil, end: () => this.fail("client-timeout") },
            {
              at: session.reach?.kind === "pausing" ? session.reach.until : Number.POSITIVE_INFINITY,
              end: () => (session.reach = { kind: "asked", times: 2 }),
            },
            { at: session.widgetUntil, end: () => this.fail("widget-timeout") },
          ]
        : []),
    ];
    return ends.filter(({ at }) => at <= until).toSorted((one, other) => one.at - other.at)[0];
  }

  #grow(session: ModelSession): void {
    session.patienceUntil = Number.POSITIVE_INFINITY;
    session.isStaged = true;
  }

  #in(ms: number): number {
    this.#waits += 1;
    return this.#now + ms + this.#waits / 1e4;
  }
}
