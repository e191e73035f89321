import { button, live, mount, mountSetup } from "./setup.js";
import { readButtonLabels, type HumanConnectState } from "@human-connect/core";
import { ConnectButton, ConnectionList, useHumanConnect } from "@human-connect/vue";
import { Comment, defineComponent, Fragment, h, nextTick, ref, shallowRef, type VNodeChild } from "vue";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { alder, createFakeVendor } from "../../../test/support/fake-vendor.ts";

const getToken = (): string => "token";
const label = (): HTMLElement => button().querySelector<HTMLElement>(".human-connect-label")!;
/** The texts whose room the button keeps. */
const kept = (): (string | undefined)[] => {
  const { text, also } = button().querySelector<HTMLElement>(".human-connect-room")?.dataset ?? {};
  return [text, also];
};
const names = (): string[] => [...button().attributes].map(({ name }) => name).toSorted();

describe("ConnectButton", () => {
  it("passes every attribute of a button through", () => {
    mount(() =>
      h(ConnectButton, {
        getToken,
        id: "connect",
        name: "connect",
        value: "1",
        title: "Health data",
        tabindex: 3,
        form: "form",
        style: { color: "red" },
        "data-testid": "mine",
        "aria-describedby": "help",
        "aria-haspopup": "menu",
      }),
    );

    expect(Object.fromEntries([...button().attributes].map(({ name, value }) => [name, value]))).toMatchObject({
      id: "connect",
      type: "button",
      name: "connect",
      value: "1",
      title: "Health data",
      tabindex: "3",
      form: "form",
      style: "color: red;",
      "data-testid": "mine",
      "aria-describedby": "help",
      "aria-haspopup": "menu",
    });
  });

  it("speaks the language of the connection that it was given, the latest one, with own words before it", async () => {
    const locale = ref("es");
    const { container } = mountSetup(() => {
      const { connect } = useHumanConnect({ getToken, locale, labels: { noConnections: "–" } });
      return () => [
        h(ConnectButton, { connect }),
        h(ConnectButton, { connect, labels: { connect: "Hallo" } }),
        h(ConnectionList, { connect }),
      ];
    });
    expect(container.textContent).toBe("Conectar tus datos de saludHallo–");

    locale.value = "en";
    await nextTick();

    expect(container.textContent).toBe("Connect your health dataHallo–");
  });

  it("writes no option of the core on the button", () => {
    const { options } = createFakeVendor();

    mount(() =>
      h(ConnectButton, {
        ...options,
        user: "jane",
        mode: "auth",
        segment: "adults",
        locale: "en",
        labels: {},
        debug: false,
        warmFrame: false,
        prepareOn: "none",
        closeOnUnmount: true,
        onOpen: () => {},
        onError: () => {},
      }),
    );

    expect(names()).toEqual(["aria-haspopup", "class", "data-status", "type"]);
  });

  it("is there in a simulated page, which sees nothing", () => {
    vi.stubGlobal("IntersectionObserver", undefined);
    onTestFinished(() => void vi.unstubAllGlobals());

    mount(() => h(ConnectButton, { getToken, prepareOn: "visible" }));

    expect(button().dataset["status"]).toBe("idle");
  });

  it("takes options in kebab-case, as templates write them", () => {
    const props: Record<string, unknown> = {
      "get-token": getToken,
      "prepare-on": "none",
      "initial-connections": [alder],
    };

    mount(() => h(ConnectButton as never, props));

    expect(button().dataset["connected"]).toBe("");
    expect(names()).toEqual(["aria-haspopup", "class", "data-connected", "data-status", "type"]);
  });

  it("offers somebody who has connected something to add or remove sources, and keeps the room of both labels", () => {
    mount(() => h(ConnectButton, { getToken, initialConnections: [alder] }));

    expect(button().textContent).toBe("Add or remove sources");
    expect(kept()).toEqual(["Connect your health data", "Try again"]);
  });

  it("keeps a label of the user when something is connected", () => {
    mount(() => h(ConnectButton, { getToken, initialConnections: [alder] }, () => "Share"));

    expect(button().textContent).toBe("Share");
    expect(kept()).toEqual(["Share", "Try again"]);
  });

  it("leaves an absent flag to the core, and reads an empty one as set", async () => {
    const vendor = createFakeVendor();
    const flags: Record<string, unknown> = { preseed: "" };
    mount(() => h(ConnectButton as never, { ...vendor.options, ...flags }));

    button().click();
    await vi.waitFor(() => expect(vendor.opened.length).toBe(1), 5000);

    expect(vendor.opened[0]).toHaveProperty("preseed", true);
  });

  it("submits a form only when it is told to", async () => {
    const type = ref<"submit" | undefined>();
    mount(() => h(ConnectButton, { getToken, type: type.value }));
    expect(button().getAttribute("type")).toBe("button");

    type.value = "submit";
    await nextTick();

    expect(button().getAttribute("type")).toBe("submit");
  });

  it.each([
    [undefined, "human-connect-button"],
    ["mine wide", "human-connect-button mine wide"],
    [["mine", { wide: true, tall: false }], "human-connect-button mine wide"],
  ])("adds its class to %j of the user", (given, expected) => {
    mount(() => h(ConnectButton, { getToken, class: given }));

    expect(button().className).toBe(expected);
  });

  it("follows an attribute that changes", async () => {
    const disabled = ref(true);
    mount(() => h(ConnectButton, { getToken, disabled: disabled.value }));
    expect(button().disabled).toBe(true);

    disabled.value = false;
    await nextTick();

    expect(button().disabled).toBe(false);
  });

  it("gives the button to a template ref, and null when it leaves", () => {
    const own = shallowRef<InstanceType<typeof ConnectButton> | null>(null);
    const { unmount } = mount(() => h(ConnectButton, { ref: own, getToken }));
    expect(own.value!.element).toBe(button());

    unmount();

    expect(own.value).toBe(null);
  });

  it("wears the mark of its parent's scoped styles", () => {
    const Parent = defineComponent({ render: () => h("div", [h(ConnectButton, { getToken })]) });
    Object.assign(Parent, { __scopeId: "data-v-1234" });

    mount(() => h(Parent));

    expect(button().hasAttribute("data-v-1234")).toBe(true);
  });

  it("says that it opens a dialog and shows where things stand", () => {
    mount(() => h(ConnectButton, { getToken }));

    expect(button().getAttribute("aria-haspopup")).toBe("dialog");
    expect(button().dataset["status"]).toBe("idle");
    expect(button().hasAttribute("aria-busy")).toBe(false);
    expect(button().hasAttribute("data-connected")).toBe(false);
    expect(button().nextElementSibling).toBe(live());
    expect(live().outerHTML).toBe('<span role="status" class="human-connect-live"></span>');
  });

  it("marks a person who has connected something", () => {
    mount(() => h(ConnectButton, { getToken, initialConnections: [alder] }));

    expect(button().dataset["connected"]).toBe("");
  });

  it("hides its icon from screen readers", () => {
    mount(() => h(ConnectButton, { getToken }));

    expect(button().querySelector(".human-connect-icon")!.getAttribute("aria-hidden")).toBe("true");
  });

  it("throws a TypeError with neither getToken nor anybody above", () => {
    const failed = vi.fn<(error: unknown) => void>();
    vi.mocked(console.warn).mockImplementation(() => {});

    expect(() =>
      mount(
        () => h(ConnectButton),
        (app) => (app.config.errorHandler = failed),
      ),
    ).not.toThrow();

    expect(failed.mock.calls[0]![0]).toEqual(
      new TypeError("tokenUrl is missing. Pass tokenUrl or getToken here or to a plugin or provider above."),
    );
    vi.mocked(console.warn).mockClear();
  });
});

describe("the label of ConnectButton", () => {
  it.each<[of: string, props: object, slot: (() => VNodeChild) | undefined, text: string]>([
    ["English", {}, undefined, "Connect your health data"],
    ["Spanish", { locale: "es" }, undefined, "Conectar tus datos de salud"],
    ["a Spanish region", { locale: "es-MX" }, undefined, "Conectar tus datos de salud"],
    ["a language that is not built in", { locale: "fr" }, undefined, "Connect your health data"],
    ["the user's words", { locale: "es", labels: { connect: "Vincular" } }, undefined, "Vincular"],
    ["the user's slot", { labels: { connect: "Link" } }, () => "Share my records", "Share my records"],
    [
      "the user's slot without the space that a template leaves",
      {},
      () => [" Share ", h(Comment, "why"), "mine "],
      "Share mine",
    ],
    ["its own when a slot is passed on empty", {}, () => h(Fragment, [null, "  "]), "Connect your health data"],
  ])("is %s", (_of, props, slot, text) => {
    mount(() => h(ConnectButton, { getToken, ...props }, slot && { default: slot }));

    expect(label().textContent).toBe(text);
    const { connect, connectAnother } = readButtonLabels(props);
    expect(kept()[0]).toBe(text === connect ? connectAnother : text);
  });

  it("can be any node", () => {
    mount(() => h(ConnectButton, { getToken }, { default: () => [h("b", "Share"), " my records"] }));

    expect(label().innerHTML).toBe("<b>Share</b><span> my records</span>");
    expect(kept()[0]).toBe(undefined);
  });

  it("knows the state", () => {
    mount(() =>
      h(
        ConnectButton,
        { getToken, initialConnections: [alder] },
        { default: ({ currentConnections }: HumanConnectState) => `${currentConnections.length} so far` },
      ),
    );

    expect(label().textContent).toBe("1 so far");
  });

  it("is replaced as a whole by the slot for all content", () => {
    mount(() =>
      h(
        ConnectButton,
        { getToken, initialConnections: [alder] },
        {
          content: ({ status, currentConnections }: HumanConnectState) =>
            h("i", `${status}: ${currentConnections.length}`),
        },
      ),
    );

    expect(button().innerHTML).toBe("<i>idle: 1</i>");
  });

  it("keeps room for the retry label, so that the box stays as it is", () => {
    mount(() => h(ConnectButton, { getToken }, { default: () => "Share" }));

    expect(kept()).toEqual(["Share", "Try again"]);
  });

  it("follows the locale, and labels that change in place", async () => {
    const locale = ref("en");
    const labels = ref({ connect: "Link" });
    mountSetup(() => () => [
      h(ConnectButton, { getToken, locale: locale.value }),
      h(ConnectButton, { getToken, labels: labels.value }),
    ]);

    locale.value = "es";
    labels.value.connect = "Share";
    await nextTick();

    const shown = [...document.querySelectorAll(".human-connect-label")].map(({ textContent }) => textContent);
    expect(shown).toEqual(["Conectar tus datos de salud", "Share"]);
  });
});
