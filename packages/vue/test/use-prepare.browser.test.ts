import { button, mount, until, untilShown } from "./setup.js";
import { createHumanConnect, type HumanConnect } from "@human-connect/core";
import { ConnectButton, type PrepareOn } from "@human-connect/vue";
import userEvent from "@testing-library/user-event";
import { h, nextTick, ref } from "vue";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createFakeVendor } from "../../../test/support/fake-vendor.ts";

/** A connection that counts how often it is asked to prepare. */
function createCounting(): HumanConnect & { readonly prepares: number } {
  let prepares = 0;
  const own = createHumanConnect(createFakeVendor().options);
  return {
    ...own,
    async prepare() {
      prepares++;
      await own.prepare();
    },
    get prepares() {
      return prepares;
    },
  };
}

/** Long enough for an observer to report what it sees. */
async function nextFrames(): Promise<void> {
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
}

const touch = (): boolean => button().dispatchEvent(new TouchEvent("touchstart", { bubbles: true }));
const press = (): boolean => button().dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
const farDown = h("div", { style: { height: "300vh" } });

async function showIntent(): Promise<void> {
  await userEvent.hover(button());
  await userEvent.tab();
  touch();
  press();
}

// What a test has scrolled to stays where it is, when the next one is as tall.
beforeEach(() => scrollTo(0, 0));

describe("prepareOn", () => {
  it.each<[when: string, show: () => unknown]>([
    ["the pointer comes near", () => userEvent.hover(button())],
    ["the focus arrives", () => userEvent.tab()],
    ["a finger touches", touch],
    ["a pointer that was there before the button presses", press],
  ])('"intent", the default, prepares when %s', async (_when, show) => {
    const connect = createCounting();
    mount(() => h(ConnectButton, { connect }));
    expect(connect.prepares).toBe(0);

    await show();

    expect(connect.prepares).toBe(1);
    expect(button().dataset["status"]).toBe("idle");
  });

  it("fetches the vendor's code, and no token", async () => {
    const vendor = createFakeVendor();
    const getToken = vi.fn(() => "token");
    mount(() => h(ConnectButton, { ...vendor.options, getToken }));

    await userEvent.hover(button());
    await until(() => expect(vendor.loads).toBe(1));

    expect(getToken).not.toHaveBeenCalled();
  });

  it("fetches a token as well when it may", async () => {
    const vendor = createFakeVendor();
    const getToken = vi.fn(() => "token");
    mount(() => h(ConnectButton, { ...vendor.options, getToken, user: "ada", prefetchToken: true }));

    await userEvent.hover(button());
    await until(() => expect(getToken).toHaveBeenCalledOnce());

    expect(getToken).toHaveBeenCalledWith(expect.objectContaining({ reason: "prefetch" }));
  });

  it('"mount" prepares without being shown any intent', () => {
    const connect = createCounting();

    mount(() => h(ConnectButton, { connect, prepareOn: "mount" }));

    expect(connect.prepares).toBe(1);
  });

  it('"visible" prepares when the button is scrolled to, and once', async () => {
    const connect = createCounting();
    mount(() => [farDown, h(ConnectButton, { connect, prepareOn: "visible" })]);
    await nextFrames();
    expect(connect.prepares).toBe(0);

    button().scrollIntoView();
    await until(() => expect(connect.prepares).toBe(1));
    scrollTo(0, 0);
    await nextFrames();
    button().scrollIntoView();
    await nextFrames();

    expect(connect.prepares).toBe(1);
  });

  it('"visible" stops watching a button that has left', async () => {
    const connect = createCounting();
    const { unmount } = mount(() => [farDown, h(ConnectButton, { connect, prepareOn: "visible" })]);
    const left = button();
    await nextFrames();

    unmount();
    document.body.append(left);
    left.scrollIntoView();
    await nextFrames();

    expect(connect.prepares).toBe(0);
    left.remove();
  });

  it.each<PrepareOn>(["none", "mount", "visible"])(
    '"%s" does nothing for hover, focus, touch or press',
    async (prepareOn) => {
      const connect = createCounting();
      mount(() => h(ConnectButton, { connect, prepareOn }));
      await nextFrames();
      const before = connect.prepares;

      await showIntent();

      expect(connect.prepares).toBe(before);
    },
  );

  it('"none" fetches everything with the click', async () => {
    const vendor = createFakeVendor();
    mount(() => h(ConnectButton, { ...vendor.options, prepareOn: "none" }));
    await showIntent();

    await userEvent.click(button());
    await untilShown("open");

    expect(vendor.loads).toBe(1);
  });

  it("may change its mind", async () => {
    const connect = createCounting();
    const prepareOn = ref<PrepareOn>("none");
    mount(() => h(ConnectButton, { connect, prepareOn: prepareOn.value }));

    prepareOn.value = "mount";
    await nextTick();

    expect(connect.prepares).toBe(1);
  });

  it("leaves the user's own handlers of intent alone", async () => {
    const connect = createCounting();
    const heard: string[] = [];
    const hear = ({ type }: Event): number => heard.push(type);
    mount(() =>
      h(ConnectButton, {
        connect,
        onPointerenter: hear,
        onFocus: hear,
        onTouchstart: hear,
        onPointerdown: hear,
        onPointerleave: hear,
        onBlur: hear,
      }),
    );

    await userEvent.hover(button());
    await userEvent.unhover(button());
    await userEvent.tab();
    await userEvent.tab();
    touch();
    press();

    expect(heard).toEqual(["pointerenter", "pointerleave", "focus", "blur", "touchstart", "pointerdown"]);
    expect(connect.prepares).toBe(4);
  });

  it("prepares nothing for a disabled button", () => {
    const connect = createCounting();
    mount(() => h("fieldset", { disabled: true }, h(ConnectButton, { connect })));

    button().dispatchEvent(new PointerEvent("pointerenter"));
    touch();
    press();

    expect(connect.prepares).toBe(0);
  });

  it("prepares nothing when the user's handler prevents it", async () => {
    const connect = createCounting();
    mount(() => h(ConnectButton, { connect, onPointerenter: (event) => event.preventDefault() }));
    button().addEventListener("pointerenter", () => {});

    button().dispatchEvent(new PointerEvent("pointerenter", { cancelable: true }));

    expect(connect.prepares).toBe(0);
  });
});
