import { createConnectPage, type ConnectPage } from "./connect-page.js";
import type { ModelSession } from "./model-session.js";

/** What an instance tells: its state, its events, and what it knows of whoever is signed in. */
export class ModelState {
  /** Everybody's Connect page; without a user, that of nobody. */
  readonly #pages = new Map<string | undefined, ConnectPage>();
  status = "idle";
  /** Code of the error, or reason of the closing. */
  detail = "";
  connections: readonly string[] = [];
  results: readonly (readonly string[])[] | undefined;
  readonly events: string[] = [];
  /** What came about without an event, so that a run of stories can tell whether anything was left out. */
  readonly happenings: string[] = [];
  /** Errors of callbacks that were reported. */
  reported = 0;
  doCallbacksThrow = false;
  /** Who is signed in. */
  user: string | undefined;
  session: ModelSession | undefined;

  get page(): ConnectPage {
    const page = this.#pages.get(this.user) ?? createConnectPage();
    this.#pages.set(this.user, page);
    return page;
  }

  /** The page connects something, and says so. */
  connects(id: string): void {
    this.session!.hears();
    const { connected, current } = this.page;
    const isNew = !current.includes(id) || !connected.includes(id);
    this.page.connect(id);
    this.become("open");
    this.emit(`connect ${isNew ? id : connected.at(-1)}`);
  }

  disconnects(id: string): void {
    this.session!.hears();
    const { disconnected, current } = this.page;
    const isNew = current.includes(id) || !disconnected.includes(id);
    this.page.disconnect(id);
    this.become("open");
    this.emit(`disconnect ${isNew ? id : disconnected.at(-1)}`);
  }

  protected become(status: string, detail = ""): void {
    const { session } = this;
    this.status = status;
    this.detail = detail;
    if (session?.wasShown) this.connections = [...this.page.current];
    const hasResults = status === "closed" || status === "open" || (status === "error" && session?.wasShown);
    this.results = hasResults ? this.resultsNow() : undefined;
    if (status === "error" && !session) this.emit(`error ${detail}`);
  }

  protected resultsNow(): (readonly string[])[] {
    const { earlier, wasShown } = this.session!;
    const { connected, disconnected } = wasShown ? this.page : { connected: [], disconnected: [] };
    return [
      [...new Set([...earlier.connected, ...connected])],
      [...new Set([...earlier.disconnected, ...disconnected])],
    ];
  }

  protected emit(event: string): void {
    this.events.push(event);
    if (this.doCallbacksThrow) this.reported += 1;
  }
}
