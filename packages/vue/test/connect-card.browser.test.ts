import { button, findStage, mount, mountSetup, texts, until, untilShown } from "./setup.js";
import type { ConnectEvent, HumanConnectState } from "@human-connect/core";
import type { ListedSource } from "@human-connect/core/face";
import { ConnectCard, ConnectStatus, provideHumanConnect, useHumanConnect } from "@human-connect/vue";
import userEvent from "@testing-library/user-event";
import { h, nextTick, ref, type VNodeChild } from "vue";
import { describe, expect, it, vi } from "vitest";
import { alder, birch, createFakeVendor, failing } from "../../../test/support/fake-vendor.ts";

const getToken = (): string => "token";
const card = (): HTMLElement => document.querySelector<HTMLElement>(".human-connect-card")!;
const live = (): HTMLElement => card().querySelector<HTMLElement>("[role=status]")!;
const line = (): HTMLElement => card().querySelector<HTMLElement>(".human-connect-status")!;
const label = (): string | null => card().querySelector(".human-connect-label")!.textContent;
const classes = (): string[] => [...card().children].map(({ className }) => className);

describe("ConnectCard", () => {
  it("is a section with a heading, a word about privacy, what is connected and the button", () => {
    mount(() => h(ConnectCard, { getToken }));

    expect(card().tagName).toBe("SECTION");
    expect(classes()).toEqual([
      "human-connect-heading",
      "human-connect-privacy",
      "human-connect-empty",
      "human-connect-actions",
    ]);
    expect(card().querySelector("h2")!.textContent).toBe("Your health data");
    expect([...card().lastElementChild!.children]).toEqual([button(), live(), line()]);
    expect(button().getAttribute("aria-haspopup")).toBe("dialog");
    expect(label()).toBe("Connect your health data");
  });

  it("passes attributes and listeners to the section", () => {
    const onClick = vi.fn();
    mount(() => h(ConnectCard, { getToken, id: "mine", class: "wide", "aria-label": "Records", onClick }));

    card().click();

    expect(card()).toMatchObject({ id: "mine", className: "human-connect-card wide" });
    expect(card().getAttribute("aria-label")).toBe("Records");
    expect(onClick).toHaveBeenCalledOnce();
    expect(button().hasAttribute("id")).toBe(false);
  });

  it("writes none of its props on the section", () => {
    const { options } = createFakeVendor();

    mount(() => h(ConnectCard, { ...options, prepareOn: "none", closeOnUnmount: true, headingLevel: 3, locale: "en" }));

    expect(card().getAttributeNames()).toEqual(["class", "data-status"]);
  });

  it.each([1, 6] as const)("takes level %d for its heading", (headingLevel) => {
    mount(() => h(ConnectCard, { getToken, headingLevel }));

    expect(card().firstElementChild!.tagName).toBe(`H${headingLevel}`);
  });

  it("opens nothing while it is disabled", async () => {
    const vendor = createFakeVendor();
    const disabled = ref(true);
    mount(() => h(ConnectCard, { ...vendor.options, disabled: disabled.value }));
    await userEvent.click(button());
    expect(button()).toMatchObject({ disabled: true, dataset: { status: "idle" } });

    disabled.value = false;
    await nextTick();
    await userEvent.click(button());
    await untilShown("open");

    expect(vendor.opened.length).toBe(1);
  });

  it("lists what is known, says how it stands and offers another source", () => {
    mount(() => h(ConnectCard, { getToken, initialConnections: [alder, birch] }));

    expect(texts(".human-connect-source-name")).toEqual(["Alder Clinic", "Birch Pharmacy"]);
    expect(texts(".human-connect-source-status")).toEqual(["Connected", "Connected"]);
    expect(label()).toBe("Add or remove sources");
    expect(line().textContent).toBe("2 sources connected");
    expect(card().dataset["connected"]).toBe("");
  });

  it("tells of a session from the click to its end, and emits its events", async () => {
    const vendor = createFakeVendor();
    const told: string[] = [];
    const record = ({ type }: ConnectEvent): number => told.push(type);
    const listeners = { onOpen: record, onConnect: record, onDisconnect: record, onClose: record, onError: record };
    mount(() => h(ConnectCard, { ...vendor.options, ...listeners }));
    expect(line().textContent).toBe("");

    await userEvent.click(button());
    await untilShown("open");
    expect(card().dataset["status"]).toBe("open");
    expect(line()).toMatchObject({ textContent: "Continue in the Connect window", dataset: { status: "open" } });
    await vendor.connect(alder);
    await until(() => expect(texts(".human-connect-source")).toEqual(["Alder ClinicJust connected"]));
    await vendor.disconnect(alder);
    await until(() => expect(texts(".human-connect-source")).toEqual(["Alder ClinicDisconnected"]));
    expect(label()).toBe("Connect your health data");
    await vendor.finish(birch);
    await untilShown("closed");

    expect(line().textContent).toBe("1 source connected");
    expect(told).toEqual(["open", "connect", "disconnect", "close"]);
  });

  it("leaves it to the list that nothing is connected, after a session as well", async () => {
    const vendor = createFakeVendor();
    mount(() => h(ConnectCard, vendor.options));
    await userEvent.click(button());
    await vendor.finish();

    await untilShown("closed");

    expect(line()).toMatchObject({ textContent: "", dataset: { status: "closed" } });
    expect(texts(".human-connect-empty")).toEqual(["Nothing connected yet"]);
  });

  it("says what went wrong, once, and offers to try again", async () => {
    const { options } = createFakeVendor();
    mount(() => h(ConnectCard, { ...options, client: failing, initialConnections: [alder] }));

    await userEvent.click(button());
    await untilShown("error");

    expect(label()).toBe("Try again");
    expect(texts("[role=status]")).toEqual(["Connect could not be opened. Try again."]);
  });

  it("speaks the language of the page, and the user's words", async () => {
    const locale = ref("es");
    const labels = { connectAnother: "Add one", statusConnected: "There" };
    mount(() => h(ConnectCard, { getToken, initialConnections: [alder], locale: locale.value, labels }));
    expect(card().querySelector("h2")!.textContent).toBe("Tus datos de salud");

    locale.value = "en";
    await nextTick();

    expect(texts("h2, .human-connect-source-status")).toEqual(["Your health data", "There"]);
    expect(label()).toBe("Add one");
  });
});

describe("the connection of ConnectCard", () => {
  it("is the shared one, whatever the card looks like", async () => {
    const vendor = createFakeVendor();
    mountSetup(() => {
      provideHumanConnect(vendor.options);
      return () => [h(ConnectCard, { inline: true, headingLevel: 3, disabled: false, locale: "es" }), h(ConnectStatus)];
    });

    await userEvent.click(button());
    await untilShown("open");

    expect(texts(".human-connect-status")).toEqual([
      "Continúa en la ventana de Connect",
      "Continue in the Connect window",
    ]);
  });

  it("may be one of a composable", async () => {
    const vendor = createFakeVendor();
    const onOpen = vi.fn();
    mountSetup(() => {
      const human = useHumanConnect(vendor.options);
      return () => [h("output", human.status.value), h(ConnectCard, { connect: human.connect, onOpen })];
    });

    await userEvent.click(button());
    await until(() => expect(texts("output")).toEqual(["open"]));

    expect(onOpen).toHaveBeenCalledOnce();
  });

  it("ends with the card when it is told to", async () => {
    const onClose = vi.fn();
    const { unmount } = mount(() => h(ConnectCard, { ...createFakeVendor().options, closeOnUnmount: true, onClose }));
    await userEvent.click(button());
    await untilShown("open");

    unmount();
    await until(() => expect(onClose).toHaveBeenCalledOnce());

    expect(findStage()).toBe(null);
  });

  it("is prepared as the card says", async () => {
    const vendor = createFakeVendor();

    mount(() => h(ConnectCard, { ...vendor.options, prepareOn: "mount" }));

    await until(() => expect(vendor.loads).toBe(1));
  });
});

describe("the parts of ConnectCard", () => {
  const show = (slots: Record<string, (given: never) => VNodeChild>, props: object = {}): void =>
    void mount(() => h(ConnectCard, { getToken, ...props }, slots as never));

  it("can say something else", () => {
    const connected = { initialConnections: [alder] };
    show(
      {
        heading: () => h("i", "Mine"),
        privacy: () => "Nobody sees it.",
        source: ({ source }: { source: ListedSource }) => `${source.name}: ${source.status}`,
        button: ({ status }: HumanConnectState) => `Go, ${status}`,
        status: ({ currentConnections }: HumanConnectState) => `${currentConnections.length} so far`,
        default: () => h("small", "More"),
      },
      connected,
    );

    expect(card().querySelector("h2")!.innerHTML).toBe("<i>Mine</i>");
    expect(texts(".human-connect-privacy, li, .human-connect-button, .human-connect-status, small")).toEqual([
      "Nobody sees it.",
      "Alder Clinic: connected",
      "Go, idle",
      "1 so far",
      "More",
    ]);
    expect(card().lastElementChild!.tagName).toBe("SMALL");
  });

  it("can be left out, save the button and the line", () => {
    show({ heading: () => null, privacy: () => " ", empty: () => [] });

    expect(classes()).toEqual(["human-connect-actions"]);
    expect([...card().lastElementChild!.children]).toEqual([button(), live(), line()]);
  });

  it("can stand in for an empty list", () => {
    show({ empty: () => h("strong", "Start here") });

    expect(texts("strong")).toEqual(["Start here"]);
    expect(card().querySelector(".human-connect-empty")).toBe(null);
  });

  it("come and go", async () => {
    const isShort = ref(false);
    mount(() => h(ConnectCard, { getToken }, isShort.value ? { heading: () => [] } : { default: () => "More" }));
    const before = button();
    expect(card().textContent).toMatch(/^Your health data.*More$/);

    isShort.value = true;
    await nextTick();

    expect(classes()[0]).toBe("human-connect-privacy");
    expect(card().textContent).not.toContain("More");
    expect(button()).toBe(before);
  });
});

describe("an inline ConnectCard", () => {
  it("has nothing but the box where the button is, and one live line", () => {
    mount(() => h(ConnectCard, { getToken, inline: true }));

    const [box, ...others] = card().querySelector(".human-connect-actions")!.children;
    expect(others).toEqual([]);
    expect([...box!.children].map(({ className }) => className)).toEqual([
      "human-connect-frame",
      "human-connect-button",
      "human-connect-live",
      "human-connect-status",
    ]);
    expect(texts("[role=status]")).toEqual([""]);
    expect(button().hasAttribute("aria-haspopup")).toBe(false);
  });

  it("shows Connect in its box, and what has come of it", async () => {
    const vendor = createFakeVendor();
    mount(() => h(ConnectCard, { ...vendor.options, inline: true }));

    await userEvent.click(button());
    await untilShown("open");
    expect(findStage()!.parentElement!.className).toBe("human-connect-frame");
    await vendor.finish(alder);
    await untilShown("closed");

    expect(line().textContent).toBe("1 source connected");
    expect(label()).toBe("Add or remove sources");
    expect(document.activeElement).toBe(button());
  });
});
