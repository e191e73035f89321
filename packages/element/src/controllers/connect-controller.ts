import {
  createHumanConnect,
  type HumanConnect,
  type HumanConnectOptions,
  type HumanConnectState,
} from "@human-connect/core";
import type { FaceOptions, StateOptions } from "@human-connect/core/face";
import type { ReactiveController, ReactiveControllerHost } from "@lit/reactive-element";

/** Options of the core, and when to close. */
export interface ConnectControllerOptions extends HumanConnectOptions, FaceOptions {}

/**
 * Connect for any Lit element or ReactiveElement: the host renders again with each state.
 *
 * @example
 * readonly #connect = new ConnectController(this, () => ({ getToken: this.getToken }));
 * render() {
 *   return html`<button @click=${() => this.#connect.open()}>${this.#connect.state.status}</button>`;
 * }
 */
export class ConnectController implements ReactiveController {
  /** The underlying instance, with `on` and `subscribe`. */
  readonly connect: HumanConnect;
  /** Opens the widget, or joins the running session; resolves when the session is over and never rejects. */
  readonly open: HumanConnect["open"];
  /** Ends the session; emits `close` with the reason `closed-by-host`. */
  readonly close: HumanConnect["close"];
  /** Prefetches what `open()` needs; for hover, focus, touch or press. */
  readonly prepare: HumanConnect["prepare"];
  readonly #host: ReactiveControllerHost;
  readonly #read: () => ConnectControllerOptions;
  #leave: (() => void) | undefined;

  /**
   * @param host Renders again with each state.
   * @param options The options, or a getter that is read at each use, so that callbacks are always the latest.
   * @param stateOptions For a getter that is expensive: returns those of its options that a state depends on.
   * @throws {TypeError} If neither `tokenUrl` nor `getToken` is set, unless the options are a getter.
   */
  constructor(
    host: ReactiveControllerHost,
    options: ConnectControllerOptions | (() => ConnectControllerOptions),
    stateOptions?: () => StateOptions,
  ) {
    this.connect = createHumanConnect(options, stateOptions);
    ({ open: this.open, close: this.close, prepare: this.prepare } = this.connect);
    this.#host = host;
    this.#read = typeof options === "function" ? options : () => options;
    host.addController(this);
  }

  /** The current state; the same object until something changes. */
  get state(): HumanConnectState {
    return this.connect.getState();
  }

  /** Subscribes to the instance. Called by the host. */
  hostConnected(): void {
    this.#leave?.();
    this.#leave = this.connect.subscribe(() => this.#host.requestUpdate());
    // The session may have continued while the host was disconnected.
    this.#host.requestUpdate();
  }

  /** Unsubscribes. Called by the host. */
  hostDisconnected(): void {
    this.#leave?.();
    this.#leave = undefined;
    // Read now: the page may go together with the host, as at the end of a test, and options cannot be read later.
    if (!this.#readCloseOnUnmount()) return;
    // A host that is moved reconnects in the same task, but not synchronously: Turbo uses microtasks for elements that it keeps.
    setTimeout(() => {
      if (!this.#leave) this.close();
    });
  }

  /** Options that cannot be read must not keep the host's other controllers from ending. */
  #readCloseOnUnmount(): boolean | undefined {
    try {
      return this.#read().closeOnUnmount;
    } catch {
      return false;
    }
  }
}
