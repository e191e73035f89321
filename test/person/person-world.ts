import { vi } from "vitest";
import { findAllDeep } from "../support/find-deep.ts";
import type { ConnectEvent, HumanConnectOptions, Source } from "@human-connect/core";
import { pageKey, type Page as LockedPage } from "../../packages/core/src/base/page-key.js";
import { nextTurn } from "../../packages/core/test/stories/next-turn.js";
import type { Face, Host } from "./faces/face.js";
import { ownersIn, toSources, type Name } from "./names.js";
import { PersonBackend } from "./person-backend.js";
import { PersonVendor, type Generation } from "./person-vendor.js";

/** How long the kit may leave a session of somebody else on the page, where nobody looks. */
const watchMs = 250;

/** What happens as soon as an event is heard. */
export type Reaction = { kind: "clicks" } | { kind: "signs in"; name: Name };

/** A host's page with its backend, the vendor and whoever sits there; and a judge of what reaches whom. */
export class PersonWorld {
  readonly backend: PersonBackend;
  readonly vendor: PersonVendor;
  readonly face: Face;
  /** Who is signed in, as far as the kit can know. */
  person: Name = "first";
  isMounted = true;
  generation: Generation = "current";
  reaction: Reaction | undefined;
  readonly #host: Host;
  readonly #note: (what: string) => void;
  /** Who is signed in, as far as the host knows. */
  #next: Name = "first";
  /** What the host gives as what is connected. */
  #known: Partial<Record<Name, Source[]>> = {};
  #clients = new Map<string, HumanConnectOptions["client"]>();
  #changedAt = Number.NEGATIVE_INFINITY;
  #faults: string[] = [];
  #isRead = false;
  /** Whom a step has signed out in this turn. */
  readonly #leaving = new Set<Name>();
  /** How often what shows the connection has left the page. */
  #departures = 0;

  /** @param note Told of everything that comes about. */
  constructor(face: Face, note: (what: string) => void) {
    const accuse = (what: string): void => void this.#faults.push(`${what} when ${this.person} was signed in`);
    this.face = face;
    this.#note = note;
    this.backend = new PersonBackend(() => this.person, note, accuse);
    this.vendor = new PersonVendor(this.backend, note);
    this.#host = face.create({
      drawn: (name) => {
        if (name !== this.person) this.#changedAt = Date.now();
        this.person = name;
      },
      hear: (event) => this.#hear(event),
      see: (state) => this.#see(state),
    });
    this.draw();
  }

  /** Whether the kit looks by itself who is signed in. */
  get isWatched(): boolean {
    return this.face.looks && (this.isMounted || !this.face.isForgotten);
  }

  mount(isMounted: boolean): void {
    this.isMounted = isMounted;
    if (!isMounted) this.#departures += 1;
    this.draw();
  }

  draw(): void {
    this.#host.draw({ name: this.#next, options: this.#readOptions(this.#next), isMounted: this.isMounted });
  }

  async signIn(name: Name): Promise<void> {
    this.#leaving.add(this.person);
    await this.#change(name);
  }

  async #change(name: Name): Promise<void> {
    // Nobody can tell a connection that is no longer drawn; it ends with its component.
    if (this.face.isForgotten && !this.isMounted) await this.#turn();
    this.#next = name;
    this.draw();
  }

  /** The host hears from its backend what is connected. */
  learn(): void {
    this.#known = { ...this.#known, [this.#next]: toSources(this.backend.pages[this.#next].current) };
    this.draw();
  }

  click(): void {
    // A click looks who is signed in before it does anything; where the connection is out of reach, its button does.
    const status = this.#host.connect?.getState().status ?? this.#shownStatus();
    if (status !== "loading" && status !== "open") this.backend.attempts += 1;
    this.#host.click();
  }

  hover(): void {
    this.#host.hover();
  }

  close(): void {
    this.#host.connect?.close();
  }

  get canBeRead(): boolean {
    return Boolean(this.#host.connect);
  }

  /** Somebody reads the state; from now on the kit must have noticed who is signed in. */
  look(): void {
    this.#judge("the state", this.#host.connect!.getState());
    this.#isRead = true;
    for (const whose of this.backend.waitedFor())
      if (whose !== this.person) this.#faults.push(`a token of ${whose} was still waited for by ${this.person}`);
  }

  /** A button of the stage, when it can be seen. */
  stageButton(name: "cancel" | "close" | "reload"): HTMLElement | undefined {
    const stage = document.querySelector("[data-human-connect-stage]")?.shadowRoot;
    const button = stage?.querySelector<HTMLElement>(`.${name}`);
    return button?.checkVisibility() ? button : undefined;
  }

  /** Shows a page that says nothing, for as long as it takes until it can be loaded again. */
  async waitAndReload(): Promise<void> {
    this.vendor.frames()[0]!.frame.dispatchEvent(new Event("load"));
    await this.settle();
    vi.advanceTimersByTime(11_000);
    await this.settle();
    const button = this.stageButton("reload");
    if (button) this.#note("reload pressed");
    button?.click();
  }

  /** Lets everything happen that is to happen without time passing, and judges what can be seen then. */
  async settle(): Promise<void> {
    // The next frame of the page may be drawn as soon as what was begun in this turn is done.
    await this.#turn();
    this.#judgePage();
    for (let turn = 0; turn < 3 || (this.vendor.isPosting && turn < 100); turn++) await this.#turn();
    this.#judgePage();
    if (this.#isRead) this.#compare();
    this.#isRead = false;
    if (this.#faults.length) throw new Error(this.#faults[0]);
  }

  /** Whatever has happened: once everything is answered, a click opens Connect for whoever is there. */
  async end(): Promise<void> {
    const { backend, vendor } = this;
    this.reaction = undefined;
    this.isMounted = true;
    vendor.opening = "shows Connect";
    for (const supply of [backend.tokens, backend.finalized, vendor.scripts, vendor.dialects, vendor.surfaces])
      supply.mode = "comes";
    this.draw();
    await this.settle();
    this.stageButton("close")?.click();
    await this.settle();
    for (let click = 0; click < 2 && !vendor.frames().length; click++) {
      // The first may bring to its end what the legacy page has left.
      this.click();
      await this.settle();
    }
    if (vendor.frames().length !== 1) throw new Error(`a click opened nothing for ${this.person}`);
    this.vendor.frames()[0]!.frame.dispatchEvent(new Event("load"));
    this.stageButton("close")!.click();
    await this.settle();
    const left = findAllDeep("#human-api, [data-human-connect-stage]").length;
    if (left || pageKey in globalThis) throw new Error("something of Connect was left on the page");
  }

  /** Clears the page, whatever has become of it, for the next story. */
  async abandon(): Promise<void> {
    const { backend, vendor } = this;
    for (const supply of [backend.tokens, backend.finalized, vendor.scripts, vendor.dialects, vendor.surfaces])
      supply.mode = "comes";
    this.#host.connect?.close();
    this.#host.end();
    this.vendor.end();
    for (let turn = 0; turn < 5; turn++) await this.#turn();
    for (const node of document.querySelectorAll("iframe, [data-human-connect-stage]")) node.remove();
    document.documentElement.removeAttribute("style");
    delete (globalThis as LockedPage)[pageKey];
  }

  /** Something failed that nobody caught. */
  report(error: unknown): void {
    this.#faults.push(`uncaught: ${String(error)}`);
  }

  async #turn(): Promise<void> {
    await nextTurn();
    this.#leaving.clear();
  }

  /** A promise hands out what was so a moment before. */
  #see(state: unknown): void {
    if (!ownersIn(state).every((whose) => this.#leaving.has(whose))) this.#judge("a state that was handed out", state);
  }

  #readOptions(name: Name): HumanConnectOptions {
    const { generation } = this;
    const departures = this.#departures;
    const hear = (event: ConnectEvent): void => {
      // Nobody can tell a component that is gone who is signed in: what it has left to tell is for whom it was drawn.
      if (this.face.isForgotten && departures !== this.#departures) this.#judge(event.type, event, name);
      else this.#hear(event, name);
    };
    const key = `${name} ${generation}`;
    const client = this.#clients.get(key) ?? this.vendor.createClient(name, generation);
    this.#clients.set(key, client);
    return {
      client,
      user: name === "nobody" ? undefined : name,
      getToken: (call) => this.backend.ask(name, call, generation === "legacy"),
      initialConnections: this.#known[name],
      prefetchToken: true,
      warmFrame: false,
      baseUrl: location.origin,
      onOpen: hear,
      onConnect: hear,
      onDisconnect: hear,
      onClose: hear,
      onError: hear,
    };
  }

  /** @param whose Of whose page the callback is, when it is one. */
  #hear(event: ConnectEvent, whose = this.person): void {
    const detail = event.type === "close" ? ` ${event.reason}` : event.type === "error" ? ` ${event.error.code}` : "";
    this.#note(`heard: ${event.type}${detail}`);
    if (event.type === "close" || event.type === "error") this.backend.endings += 1;
    if (whose !== this.person)
      this.#faults.push(`${whose} was told of ${event.type} when ${this.person} was signed in`);
    this.#judge(event.type, event);
    const { reaction } = this;
    this.reaction = undefined;
    if (reaction?.kind === "clicks") this.click();
    if (reaction?.kind === "signs in") void this.#change(reaction.name);
  }

  #judge(what: string, value: unknown, person = this.person): void {
    for (const whose of ownersIn(value))
      if (whose !== person) this.#faults.push(`${what} held something of ${whose} for ${person}`);
  }

  #judgePage(): void {
    const { person } = this;
    if (this.isWatched) this.#judge("the page", this.#host.shown());
    if (!this.isWatched && Date.now() - this.#changedAt < watchMs) return;
    for (const { whose } of this.vendor.frames())
      if (whose !== person) this.#faults.push(`Connect of ${whose} was on the page of ${person}`);
  }

  /** What was read has to be what is shown. */
  #compare(): void {
    if (!this.face.looks || !this.isMounted) return;
    const shown = this.#host.shown().toLowerCase();
    for (const { id } of this.#host.connect!.getState().currentConnections)
      if (!shown.includes(id)) this.#faults.push(`${id} was not shown`);
  }

  #shownStatus(): string | undefined {
    return /data-status="(\w+)"/.exec(this.#host.shown())?.[1];
  }
}
