import { ConnectController, type ConnectControllerOptions } from "@human-connect/element";
import { ReactiveElement } from "@lit/reactive-element";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { alder, createFakeVendor, drawn } from "../page.js";

let options: ConnectControllerOptions;

/** Anybody's element: it has never heard of the kit's own. */
class PlainHost extends ReactiveElement {
  readonly connect = new ConnectController(this, () => options);
  drawn = 0;

  protected override update(changed: Map<PropertyKey, unknown>): void {
    super.update(changed);
    this.drawn++;
    this.renderRoot.textContent = `${this.connect.state.status} ${this.connect.state.currentConnections.length}`;
  }
}
customElements.define("plain-host", PlainHost);

let vendor: ReturnType<typeof createFakeVendor>;
let host: PlainHost;
const shown = (): string => host.shadowRoot!.textContent!;

beforeEach(async () => {
  vendor = createFakeVendor();
  const { properties } = vendor;
  options = { ...properties.options, client: properties.client, getToken: properties.getToken };
  host = document.body.appendChild(new PlainHost());
  await drawn();
});

describe("ConnectController", () => {
  it("draws its host with each state, and does nothing before that", async () => {
    expect([shown(), vendor.opened.length]).toEqual(["idle 0", 0]);

    const over = host.connect.open();
    await vi.waitFor(() => expect(shown()).toBe("open 0"), 5000);
    await vendor.connect(alder);
    await vi.waitFor(() => expect(shown()).toBe("open 1"));
    host.connect.close();

    expect(await over).toMatchObject({ status: "closed", reason: "closed-by-host" });
    await drawn();
    expect(shown()).toBe("closed 1");
  });

  it("has methods that can be handed on as they are", async () => {
    const { prepare, open, close } = host.connect;

    await prepare();
    const over = open();
    close();

    expect((await over).status).toBe("closed");
  });

  it("tells the latest callbacks", async () => {
    const told: string[] = [];
    options = { ...options, onOpen: () => told.push("first") };
    void host.connect.open();
    await vi.waitFor(() => expect(shown()).toBe("open 0"), 5000);

    options = { ...options, onClose: () => told.push("second") };
    host.connect.close();

    await vi.waitFor(() => expect(told).toEqual(["first", "second"]));
  });

  it("leaves its host alone once that is gone, and catches up when it is back", async () => {
    void host.connect.open();
    await vi.waitFor(() => expect(shown()).toBe("open 0"), 5000);
    host.remove();
    const before = host.drawn;
    await vendor.finish(alder);
    await vi.waitFor(() => expect(host.connect.state.status).toBe("closed"));
    await drawn();
    expect(host.drawn).toBe(before);

    document.body.append(host);
    await drawn();

    expect(shown()).toBe("closed 1");
  });

  it("drops what is loading when its host goes", async () => {
    options = { ...options, getToken: () => new Promise(() => {}) };
    const over = host.connect.open();
    await vi.waitFor(() => expect(shown()).toBe("loading 0"));

    host.remove();

    expect((await over).status).toBe("idle");
  });

  it("closes when its host goes, if asked to, but not when that is only moved", async () => {
    options = { ...options, closeOnUnmount: true };
    const over = host.connect.open();
    await vi.waitFor(() => expect(shown()).toBe("open 0"), 5000);

    document.body.prepend(host);
    await drawn();
    expect(host.connect.state.status).toBe("open");
    host.remove();

    expect(await over).toMatchObject({ status: "closed", reason: "closed-by-host" });
  });

  it("reads no options any more when its host has gone, perhaps with the page", async () => {
    const read = vi.fn(() => ({ ...options, closeOnUnmount: true }));
    new ConnectController(host, read);
    host.remove();
    read.mockClear();

    await drawn();

    expect(read).not.toHaveBeenCalled();
  });

  it("works for a host that is on the page already", async () => {
    const late = new ConnectController(host, options);
    const before = host.drawn;

    late.open().catch(() => {});
    await vi.waitFor(() => expect(host.drawn).toBeGreaterThan(before));

    late.close();
    await vi.waitFor(() => expect(late.state.status).toBe("closed"));
  });

  it("throws a TypeError for options without getToken", () => {
    expect(() => new ConnectController(host, {} as ConnectControllerOptions)).toThrow(TypeError);
  });
});
