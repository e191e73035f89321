import { ModelClock, type Wait } from "./model-clock.js";
import { ModelFinalizer, type ModelAnswer, type ModelObject } from "./model-finalizer.js";
import { ModelSession, type Opening } from "./model-session.js";
import { ModelState } from "./model-state.js";
import { ModelTokens } from "./model-tokens.js";

/**
 * What one instance is expected to do, told in the simplest way: no promises, no page, a clock that is moved by hand. Each
 * method is something that happens to it.
 */
export class ConnectModel extends ModelState {
  listeners = 0;
  reopensOnClose = false;
  prefetchesToken = false;
  /** Connect is to be shown in the page. */
  isInline = false;
  /** The host has taken the legacy client. */
  isLegacy = false;
  /** Status of another instance on the same page. */
  other = "idle";
  /** How often the vendor's client was asked for. */
  loads = 0;
  /** The tokens that Connect was opened with. */
  readonly opened: string[] = [];
  readonly #clock = new ModelClock();
  readonly #note = (what: string): void => void this.happenings.push(what);
  readonly tokens = new ModelTokens(this.#clock, this.#note);
  readonly finalizer = new ModelFinalizer(this.#clock, this.#note);

  /** Whatever was belongs to somebody else. */
  signsIn(user: string | undefined): void {
    const { session } = this;
    this.user = user;
    this.tokens.forget();
    Object.assign(this, { session: undefined, connections: [...this.page.current] });
    if (!session) return this.become("idle");
    Object.assign(this, { status: "closed", detail: "closed-by-host", results: [[], []] });
    this.emit("close closed-by-host");
    this.#reopens();
  }

  hovers(): void {
    if (this.prefetchesToken && this.user !== undefined && !this.session) this.#take("prefetch");
  }

  click(isInvalid = false): void {
    if (this.session) return;
    this.loads += 1;
    if (this.other === "open") return this.become("error", "widget-busy");
    this.become("loading");
    const { isInline, isLegacy } = this;
    this.session = new ModelSession({ isInvalid, isInline, isLegacy }, this.#clock);
    this.#take("open");
  }

  /** @param lifeMs How long it lives. When nobody has said so, it is a minute. */
  tokenComes(word: string, lifeMs = 60_000): void {
    if (!this.tokens.comes(word, lifeMs)) return;
    if (this.session) this.session.token = word;
    this.#proceed();
  }

  tokenFails(code: string): void {
    const reason = this.tokens.fails();
    if (!reason || !this.session) return;
    // A guess that failed costs the click nothing.
    if (reason === "prefetch") this.#take("open");
    else this.fail(code);
  }

  clientComes(opening: Opening): void {
    if (this.session?.phase !== "preparing" || this.session.opening) return;
    this.session.clientComes(opening);
    this.#proceed();
  }

  clientFails(code: string): void {
    if (this.session?.phase === "preparing" && !this.session.opening) this.fail(code);
  }

  frameLoads(): void {
    this.session!.frameLoads();
    this.shows();
  }

  /** Nobody has changed their mind who leaves a widget that never came. */
  leaves(): void {
    if (this.session?.isDoubted) this.fail("widget-failed");
    else this.closes("cancelled");
  }

  triesAgain(): void {
    this.#openPage();
  }

  isRefused(refusal: "expired" | "invalid" | "missing"): void {
    const session = this.session!;
    this.tokens.forget();
    if (refusal === "missing" || session.isRenewed) return this.fail(`token-${refusal}`);
    const [connected = [], disconnected = []] = this.resultsNow();
    this.page.reopen();
    session.leavesPage();
    Object.assign(session, { phase: "renewing", isRenewed: true, earlier: { connected, disconnected } });
    this.#take(refusal);
  }

  /** The legacy page closes, with nothing that anybody has heard of. */
  legacyCloses(): void {
    this.happenings.push("the legacy page closes");
    this.closes("finished");
  }

  legacyFails(): void {
    this.happenings.push("the legacy page reports an error");
    this.fail("client-failed");
  }

  /** The legacy page has connected something, and leaves the rest to the backend. */
  legacyFinishes(name: string): void {
    this.happenings.push("the legacy page finishes");
    this.#conclude({ name, user: this.user, token: this.session!.token!, failures: 0 });
  }

  finalizeAnswers(answer: ModelAnswer): void {
    for (const object of this.finalizer.answers(answer)) {
      if (this.session?.object !== object) this.happenings.push("finalize answers when no session waits");
      else this.#hasConcluded(answer.connected);
    }
  }

  finalizeFails(code: string, objects: readonly ModelObject[] = this.finalizer.fails()): void {
    for (const object of objects) {
      this.happenings.push(`finalize fails: ${code}`);
      if (this.session?.object === object) this.fail(code);
    }
  }

  closes(reason: "finished" | "closed-by-host" | "cancelled"): void {
    if (!this.session) return;
    if (reason !== "finished") this.tokens.forget();
    this.#forgetToken();
    this.become("closed", reason);
    this.session = undefined;
    this.emit(`close ${reason}`);
    this.#reopens();
  }

  fail(code: string): void {
    this.#forgetToken();
    this.become("error", code);
    this.session = undefined;
    this.emit(`error ${code}`);
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
    this.tokens.forget();
    if (!this.session) return;
    // What is on the screen does not go without a word.
    if (this.session.isStaged) return this.closes("closed-by-host");
    this.session = undefined;
    this.become("idle");
  }

  passes(ms: number): void {
    this.#clock.pass(ms, () => this.#waits());
  }

  /** What can be seen from outside. */
  describe(): object {
    const { status, detail, connections, results, events, loads, opened, reported, session, other } = this;
    const { reasons } = this.tokens;
    const { called, abandoned } = this.finalizer;
    const { isLive = false, isDoubted = false, canReload = false, hasStage = false } = session ?? {};
    const stages = Number(hasStage) + Number(other === "open");
    const told = { status, detail, connections, results, events, reported };
    const asked = { reasons, loads, opened, called, abandoned };
    return { ...told, ...asked, stages, isLive, isDoubted, canReload, other };
  }

  #take(reason: string): void {
    const word = this.tokens.take(reason, this.session?.click.isLegacy ?? this.isLegacy);
    if (this.session) this.session.token = word;
  }

  /** Nobody said whose it is, so it ends with its attempt. */
  #forgetToken(): void {
    if (this.user === undefined) this.tokens.forget();
  }

  #reopens(): void {
    if (!this.reopensOnClose) return;
    this.reopensOnClose = false;
    this.click();
  }

  #proceed(): void {
    const { session } = this;
    if (session?.token === undefined || !session.opening) return;
    session.raise();
    const left = session.click.isLegacy ? this.finalizer.opensFor(this.user) : undefined;
    if (left) return this.#conclude(left);
    if (session.click.isInvalid) return this.fail("invalid-option");
    this.#openPage();
    if (session.opening === "throws") return this.fail("client-failed");
    if (session.opening === "refuses") return this.fail("widget-busy");
    if (session.opening === "adds nothing") return void (session.phase = "frameless");
    session.phase = "shown";
  }

  #openPage(): void {
    const { page, finalizer } = this;
    const { click, token } = this.session!;
    page.reopen();
    this.opened.push(click.isLegacy ? finalizer.renew(token!) : token!);
    this.session!.opens();
  }

  /** What the legacy page has given is brought to the backend. There is no page any more, or there was none. */
  #conclude(object: ModelObject): void {
    const session = this.session!;
    this.page.reopen();
    session.leavesPage();
    Object.assign(session, { phase: "concluding", object });
    this.finalizer.brings(object);
    this.shows();
  }

  /** @param connected What is connected by now; undefined when the backend has not said so. */
  #hasConcluded(connected: readonly string[] | undefined): void {
    if (!connected) this.emit("connect");
    const before = [...this.page.current];
    for (const id of connected ?? []) if (!before.includes(id)) this.connects(id);
    if (connected) for (const id of before) if (!connected.includes(id)) this.disconnects(id);
    this.closes("finished");
  }

  #waits(): Wait[] {
    const { session, tokens, finalizer } = this;
    return [
      tokens.wait(() => this.tokenFails("token-timeout")),
      ...finalizer.waits((objects) => this.finalizeFails("token-timeout", objects)),
      ...(session?.waits((code) => this.fail(code)) ?? []),
    ];
  }
}
