import {
  createHumanConnect,
  type HumanConnect,
  type HumanConnectOptions,
  type HumanConnectState,
} from "@human-connect/core";
import type { ReactiveController, ReactiveControllerHost } from "@lit/reactive-element";

export interface ConnectControllerOptions extends HumanConnectOptions {
  /** Ends an open session when the host leaves the page. Default false: the session goes on and still calls back. */
  closeOnUnmount?: boolean;
}

/**
 * Connect for anybody's Lit or ReactiveElement: the host renders again with each state.
 *
 * @example
 * readonly #connect = new ConnectController(this, () => ({ getToken: this.getToken }));
 * render() {
 *   return html`<button @click=${() => this.#connect.open()}>${this.#connect.state.status}</button>`;
 * }
 */
export class ConnectController implements ReactiveController {
  /** The connection underneath, with `on` and `subscribe`. */
  readonly connect: HumanConnect;
  /** Opens the widget, or joins the session that is running; settles when it is over and never rejects. */
  readonly open: HumanConnect["open"];
  /** Ends the session; `close` is delivered with reason `closed-by-host`. */
  readonly close: HumanConnect["close"];
  /** Fetches what `open()` needs; for hover, focus or touch. */
  readonly prepare: HumanConnect["prepare"];
  readonly #host: ReactiveControllerHost;
  readonly #read: () => ConnectControllerOptions;
  #leave: (() => void) | undefined;

  /**
   * @param host Renders again with each state.
   * @param options The options, or a getter that is read at each use, so that callbacks are always the latest.
   * @throws {TypeError} Without `tokenUrl` and `getToken`, unless the options are a getter.
   */
  constructor(host: ReactiveControllerHost, options: ConnectControllerOptions | (() => ConnectControllerOptions)) {
    this.connect = createHumanConnect(options);
    ({ open: this.open, close: this.close, prepare: this.prepare } = this.connect);
    this.#host = host;
    this.#read = typeof options === "function" ? options : () => options;
    host.addController(this);
  }

  /** The state now; the same object until something changes. */
  get state(): HumanConnectState {
    return this.connect.getState();
  }

  /** Listens to the connection. The host calls it. */
  hostConnected(): void {
    this.#leave?.();
    this.#leave = this.connect.subscribe(() => this.#host.requestUpdate());
    // The session may have gone on without the host.
    this.#host.requestUpdate();
  }

  /** Stops listening. The host calls it. */
  hostDisconnected(): void {
    this.#leave?.();
    this.#leave = undefined;
    // Read now: the host may go because the page does, as at the end of a test, and then there is nothing to read options with.
    if (!this.#read().closeOnUnmount) return;
    // A host that is moved comes back within the same task, though not at once: Turbo takes microtasks for what it keeps.
    setTimeout(() => {
      if (!this.#leave) this.close();
    });
  }
}
