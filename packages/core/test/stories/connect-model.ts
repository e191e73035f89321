import { createConnectPage, type ConnectPage } from "./connect-page.js";
import { ModelClock, type Wait } from "./model-clock.js";
import {
  createSession,
  describeOffers,
  hasStage,
  type ModelSession,
  type ModelToken,
  type Opening,
} from "./model-session.js";

/**
 * What one instance is expected to do, told in the simplest way: no promises, no page, a clock that is moved by hand. Each
 * method is something that happens to it.
 */
export class ConnectModel {
  /** Everybody's Connect page; without a user, that of nobody. */
  readonly #pages = new Map<string | undefined, ConnectPage>();
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
  /** Who is signed in. */
  user: string | undefined;
  prefetchesToken = false;
  /** Connect is to be shown in the page. */
  isInline = false;
  /** Status of another instance on the same page. */
  other = "idle";
  session: ModelSession | undefined;
  token: ModelToken = { kind: "none" };
  /** How often the vendor's client was asked for. */
  loads = 0;
  readonly #clock = new ModelClock();

  get page(): ConnectPage {
    const page = this.#pages.get(this.user) ?? createConnectPage();
    this.#pages.set(this.user, page);
    return page;
  }

  /** Whatever was belongs to somebody else. */
  signsIn(user: string | undefined): void {
    const { session } = this;
    this.user = user;
    Object.assign(this, { token: { kind: "none" }, session: undefined, connections: [...this.page.current] });
    if (!session) return this.#become("idle");
    Object.assign(this, { status: "closed", detail: "closed-by-host", results: [[], []] });
    this.#emit("close closed-by-host");
    this.#reopens();
  }

  hovers(): void {
    if (this.prefetchesToken && this.user !== undefined && !this.session) this.#take("prefetch");
  }

  click(isInvalid = false): void {
    if (this.session) return;
    this.loads += 1;
    if (this.other === "open") return this.#become("error", "widget-busy");
    this.#become("loading");
    this.session = createSession(isInvalid, this.isInline, (ms) => this.#clock.in(ms));
    this.#take("open");
  }

  /** @param lifeMs Of which half a minute is kept back. When nobody has said how long it lives, it is a minute. */
  tokenComes(lifeMs = 60_000): void {
    if (this.token.kind !== "asked") return;
    this.token = { kind: "held", until: this.token.at + lifeMs - 30_000 };
    if (this.session) this.session.hasToken = true;
    this.#proceed();
  }

  tokenFails(code: string): void {
    if (this.token.kind !== "asked") return;
    const { reason } = this.token;
    this.token = { kind: "none" };
    if (!this.session) return;
    // A guess that failed costs the click nothing.
    if (reason === "prefetch") this.#take("open");
    else this.fail(code);
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
    this.session!.silentUntil = this.#clock.in(10_000);
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
    session.reach = session.reach.times === 2 ? { kind: "doubted" } : { kind: "pausing", until: this.#clock.in(1000) };
  }

  /** Nobody has changed their mind who leaves a widget that never came. */
  leaves(): void {
    if (this.session?.reach?.kind === "doubted") this.fail("widget-failed");
    else this.closes("cancelled");
  }

  triesAgain(): void {
    const session = this.session!;
    this.page.reopen();
    session.isLive = session.isHeard = session.isOffered = false;
    session.silentUntil = Number.POSITIVE_INFINITY;
    session.widgetUntil = this.#clock.in(20_000);
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
    this.token = { kind: "none" };
    if (refusal === "missing" || session.isRenewed) return this.fail(`token-${refusal}`);
    const [connected = [], disconnected = []] = this.#resultsNow();
    this.page.reopen();
    Object.assign(session, { phase: "renewing", isRenewed: true, hasToken: false, isLive: false, isHeard: false });
    session.isOffered = false;
    session.silentUntil = session.widgetUntil = Number.POSITIVE_INFINITY;
    session.earlier = { connected, disconnected };
    this.#take(refusal);
  }

  closes(reason: "finished" | "closed-by-host" | "cancelled"): void {
    if (!this.session) return;
    if (reason !== "finished") this.token = { kind: "none" };
    this.#forgetToken();
    this.#become("closed", reason);
    this.session = undefined;
    this.#emit(`close ${reason}`);
    this.#reopens();
  }

  fail(code: string): void {
    this.#forgetToken();
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
    this.#clock.pass(ms, () => this.#waits());
  }

  /** What can be seen from outside. */
  describe(): object {
    const { status, detail, connections, results, events, reasons, loads, reported, session, other } = this;
    const stages = Number(hasStage(session)) + Number(other === "open");
    const offers = describeOffers(session);
    return { status, detail, connections, results, events, reasons, loads, reported, stages, ...offers, other };
  }

  #take(reason: string): void {
    const isHeld = this.token.kind === "held" && this.#clock.now < this.token.until;
    if (this.token.kind === "held" && !isHeld) this.token = { kind: "none" };
    if (this.token.kind === "none") {
      this.reasons.push(reason);
      this.token = { kind: "asked", reason, at: this.#clock.now, until: this.#clock.in(15_000) };
    }
    if (this.session) this.session.hasToken = isHeld;
  }

  /** Nobody said whose it is, so it ends with its attempt. */
  #forgetToken(): void {
    if (this.user === undefined) this.token = { kind: "none" };
  }

  #reopens(): void {
    if (!this.reopensOnClose) return;
    this.reopensOnClose = false;
    this.click();
  }

  #proceed(): void {
    const { session } = this;
    if (!session?.hasToken || !session.opening) return;
    session.isStaged = !session.isInline;
    if (session.isInvalid) return this.fail("invalid-option");
    if (session.opening === "throws") return this.fail("client-failed");
    if (session.opening === "refuses") return this.fail("widget-busy");
    session.widgetUntil = this.#clock.in(20_000);
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

  #waits(): Wait[] {
    const { session, token } = this;
    const never = Number.POSITIVE_INFINITY;
    const forToken = {
      at: token.kind === "asked" ? token.until : never,
      end: () => this.tokenFails("token-timeout"),
    };
    if (!session) return [forToken];
    return [
      forToken,
      { at: session.patienceUntil, end: () => this.#grow(session) },
      { at: session.clientUntil, end: () => this.fail("client-timeout") },
      {
        at: session.reach?.kind === "pausing" ? session.reach.until : never,
        end: () => void (session.reach = { kind: "asked", times: 2 }),
      },
      { at: session.widgetUntil, end: () => this.fail("widget-timeout") },
      {
        at: session.silentUntil,
        end: () => {
          session.silentUntil = never;
          session.isOffered = true;
        },
      },
    ];
  }

  #grow(session: ModelSession): void {
    session.patienceUntil = Number.POSITIVE_INFINITY;
    session.isStaged = !session.isInline;
  }
}
