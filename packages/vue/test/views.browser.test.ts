import { mount, mountSetup, texts, until } from "./setup.js";
import {
  createHumanConnect,
  normalizeSession,
  type HumanConnectOptions,
  type HumanConnectState,
  type Source,
} from "@human-connect/core";
import type { ListedSource } from "@human-connect/core/face";
import { ar } from "@human-connect/core/languages/ar";
import { ConnectionList, ConnectStatus, useHumanConnect, type UseHumanConnect } from "@human-connect/vue";
import { h, nextTick, ref } from "vue";
import { describe, expect, it } from "vitest";
import { alder, birch, createFakeVendor, failing } from "../../../test/support/fake-vendor.ts";

const known = { initialConnections: [alder, birch] };

/** A view of a connection with these options. */
function show(
  view: typeof ConnectionList | typeof ConnectStatus,
  options: Partial<HumanConnectOptions>,
  props: object = {},
  slots: Record<string, unknown> = {},
): { human: UseHumanConnect; element: Element | null; html: () => string } {
  let human!: UseHumanConnect;
  const { container } = mountSetup(() => {
    human = useHumanConnect({ ...createFakeVendor().options, ...options });
    return () => h(view as typeof ConnectStatus, { connect: human.connect, ...props }, slots);
  });
  return { human, element: container.firstElementChild, html: () => container.innerHTML };
}

describe("ConnectionList", () => {
  it("is a named list with an item for each source", () => {
    const { element } = show(ConnectionList, known);

    expect(element!.tagName).toBe("UL");
    expect(element!.getAttribute("aria-label")).toBe("Your sources");
    expect(texts("li.human-connect-source")).toEqual(["Alder Clinic", "Birch Pharmacy"]);
  });

  it("passes attributes and listeners through and adds its class", () => {
    const heard: string[] = [];
    const onClick = ({ type }: Event): number => heard.push(type);
    const { element } = show(ConnectionList, known, {
      class: "mine",
      id: "sources",
      "aria-label": "My clinics",
      onClick,
    });

    (element as HTMLElement).click();

    expect(element).toMatchObject({ id: "sources", className: "human-connect-list mine" });
    expect(element!.getAttribute("aria-label")).toBe("My clinics");
    expect(heard).toEqual(["click"]);
  });

  it("speaks a language that its props are spread from, as the status line does with its plural forms", () => {
    const { element } = show(ConnectionList, known, ar);
    const line = show(ConnectStatus, { ...known, ...ar });

    expect(element!.getAttribute("aria-label")).toBe(ar.labels.connections);
    expect(line.element!.textContent).toBe("تم ربط مصدرين");
  });

  it("draws each source as it is told to", () => {
    show(ConnectionList, known, {}, { default: ({ source }: { source: Source }) => h("b", source.name) });

    expect(texts("li > b")).toEqual(["Alder Clinic", "Birch Pharmacy"]);
  });

  it.each([
    [undefined, "Nothing connected yet"],
    ["es", "Todavía no hay nada conectado"],
  ])("says in the language %s that it is empty", (locale, text) => {
    const { html } = show(ConnectionList, {}, { locale });

    expect(html()).toBe(`<p class="human-connect-empty">${text}</p>`);
  });

  it("uses the user's words", () => {
    const labels = { connections: "My clinics", noConnections: "None so far" };
    expect(show(ConnectionList, {}, { labels }).element!.textContent).toBe("None so far");

    const { element } = show(ConnectionList, known, { labels });

    expect(element!.getAttribute("aria-label")).toBe("My clinics");
  });

  it("passes attributes through to the line that says it is empty, save a name that a paragraph must not have", () => {
    const { html } = show(ConnectionList, {}, { class: "mine", id: "none", "aria-label": "My clinics" });

    expect(html()).toBe('<p class="human-connect-empty mine" id="none">Nothing connected yet</p>');
  });

  it("shows what it is given instead of the empty text", () => {
    expect(
      show(ConnectionList, {}, { id: "list" }, { empty: () => h("strong", "Start here") }).element!.outerHTML,
    ).toBe("<strong>Start here</strong>");
    expect(show(ConnectionList, {}, {}, { empty: () => [] }).element).toBe(null);
  });

  it("says of each source how it stands, for styles, and draws its name alone", () => {
    const { element } = show(ConnectionList, { initialConnections: [alder] });

    expect(element!.innerHTML).toBe('<li class="human-connect-source" data-status="connected">Alder Clinic</li>');
  });

  it("grows and shrinks while Connect is open", async () => {
    const vendor = createFakeVendor();
    const { human } = show(ConnectionList, { ...vendor.options, initialConnections: [birch] });

    void human.open();
    await vendor.connect(birch, alder);
    await until(() => expect(texts("li")).toEqual(["Birch Pharmacy", "Alder Clinic"]));
    await vendor.disconnect(birch, alder);

    await until(() => expect(texts(".human-connect-empty")).toEqual(["Nothing connected yet"]));
  });
});

describe("ConnectionList in detail", () => {
  const session = normalizeSession({
    sessionResults: { connectedSources: [birch], disconnectedSources: [{ id: "c3", name: "Cedar Lab" }] },
    currentConnections: [alder, birch],
    requestedProviders: [{ healthSystem: "Dune Health" }],
  })!;
  const { currentConnections } = session;
  const ended: HumanConnectState = { status: "closed", reason: "finished", session, currentConnections };

  /** A list of a connection that stays as it is. */
  function showStill(state: HumanConnectState, props: object, slots: Record<string, unknown> = {}): void {
    const connect = { ...createHumanConnect(createFakeVendor().options), getState: () => state };
    mount(() => h(ConnectionList, { connect, ...props }, slots));
  }

  it("writes how each source stands beside its name", () => {
    showStill(ended, { detailed: true });

    const [first] = document.querySelectorAll("li");
    expect(first!.outerHTML).toBe(
      '<li class="human-connect-source" data-status="connected"><span class="human-connect-source-name">Alder Clinic</span><span class="human-connect-source-status">Connected</span></li>',
    );
  });

  it.each([
    ["en", ["Connected", "Just connected", "Disconnected", "Requested"]],
    ["es", ["Conectada", "Recién conectada", "Desconectada", "Solicitada"]],
  ])("lists in %s what the session has changed and what was asked for", (locale, expected) => {
    showStill(ended, { detailed: true, locale });

    expect(texts(".human-connect-source-name")).toEqual(["Alder Clinic", "Birch Pharmacy", "Cedar Lab", "Dune Health"]);
    expect(texts(".human-connect-source-status")).toEqual(expected);
  });

  it("shows only what is connected without it", () => {
    showStill(ended, {});

    expect([...document.querySelectorAll("li")].map(({ dataset }) => dataset["status"])).toEqual([
      "connected",
      "added",
    ]);
    expect(texts("li")).toEqual(["Alder Clinic", "Birch Pharmacy"]);
  });

  it("leaves an item to the slot, which knows how the source stands", () => {
    const render = ({ source }: { source: ListedSource }): string => `${source.name} ${source.status}`;
    showStill(ended, { detailed: true }, { default: render });

    expect(texts("li")).toEqual([
      "Alder Clinic connected",
      "Birch Pharmacy added",
      "Cedar Lab disconnected",
      "Dune Health requested",
    ]);
  });

  it("may be asked for later", async () => {
    const detailed = ref(false);
    mountSetup(() => {
      const { connect } = useHumanConnect({ ...createFakeVendor().options, ...known });
      return () => h(ConnectionList, { connect, detailed: detailed.value });
    });
    expect(texts(".human-connect-source-status")).toEqual([]);

    detailed.value = true;
    await nextTick();

    expect(texts(".human-connect-source-status")).toEqual(["Connected", "Connected"]);
  });
});

const words = {
  en: {
    counts: ["Nothing connected yet", "1 source connected", "2 sources connected"],
    loading: "Opening Connect…",
    open: "Continue in the Connect window",
    error: "Connect could not be opened. Try again.",
  },
  es: {
    counts: ["Todavía no hay nada conectado", "1 fuente conectada", "2 fuentes conectadas"],
    loading: "Abriendo Connect…",
    open: "Continúa en la ventana de Connect",
    error: "No se pudo abrir Connect. Inténtalo de nuevo.",
  },
};

describe.each(["en", "es"] as const)("ConnectStatus in %s", (locale) => {
  it.each([[[]], [[alder]], [[alder, birch]]])("counts %j before anybody has opened Connect", (initialConnections) => {
    const { element } = show(ConnectStatus, { initialConnections }, { locale });

    expect(element!.textContent).toBe(words[locale].counts[initialConnections.length]);
  });

  it("says that Connect is loading, is open, and what has come of it", async () => {
    const vendor = createFakeVendor();
    const { human, element } = show(ConnectStatus, vendor.options, { locale });

    void human.open();
    await nextTick();
    expect(element!.textContent).toBe(words[locale].loading);
    await until(() => expect(element!.textContent).toBe(words[locale].open));
    await vendor.finish(alder);
    await until(() => expect((element as HTMLElement).dataset["status"]).toBe("closed"));

    expect(element!.textContent).toBe(words[locale].counts[1]);
  });

  it("says what went wrong in the language of the options", async () => {
    const { human, element } = show(ConnectStatus, { client: failing, locale }, { locale });

    await human.open();
    await nextTick();

    expect(element!.textContent).toBe(words[locale].error);
  });
});

describe("ConnectStatus", () => {
  it("is announced only when it is asked to be, because the button does so already", async () => {
    const live = ref(false);
    let human!: UseHumanConnect;
    const { container } = mountSetup(() => {
      human = useHumanConnect(createFakeVendor().options);
      return () => h(ConnectStatus, { connect: human.connect, live: live.value });
    });
    expect(container.firstElementChild!.hasAttribute("role")).toBe(false);

    live.value = true;
    await nextTick();

    expect(container.firstElementChild!.getAttribute("role")).toBe("status");
  });

  it("passes attributes through and adds its class", () => {
    const { html } = show(ConnectStatus, {}, { id: "line", class: "mine", role: "note" });

    expect(html()).toBe(
      '<p role="note" class="human-connect-status mine" data-status="idle" id="line">Nothing connected yet</p>',
    );
  });

  it("says it in the words of a slot that knows the state", () => {
    const { element } = show(
      ConnectStatus,
      known,
      {},
      {
        default: ({ status, currentConnections }: HumanConnectState) => `${status} ${currentConnections.length}`,
      },
    );

    expect(element!.textContent).toBe("idle 2");
  });

  it("fills the count into the user's words", () => {
    const { element } = show(ConnectStatus, known, { labels: { manyConnections: "{count} so far" } });

    expect(element!.textContent).toBe("2 so far");
  });

  it("follows another connection when it is given one", async () => {
    const second = ref(false);
    const { container } = mountSetup(() => {
      const one = useHumanConnect(createFakeVendor().options);
      const two = useHumanConnect({ ...createFakeVendor().options, ...known });
      return () => h(ConnectStatus, { connect: (second.value ? two : one).connect });
    });
    expect(container.textContent).toBe("Nothing connected yet");

    second.value = true;
    await nextTick();

    expect(container.textContent).toBe("2 sources connected");
    expect(mount(() => null).container.textContent).toBe("");
  });
});
