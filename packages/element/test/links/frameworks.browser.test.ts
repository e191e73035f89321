import { upgradeLinks } from "@human-connect/element/links";
import { createElement, type MouseEvent as ReactMouseEvent, type ReactNode } from "react";
import { createRoot, hydrateRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { createFakeVendor } from "../page.js";

// Links that a framework renders, hydrates and removes.

let stop: () => void;
let root: Root | undefined;
let place: HTMLElement;
beforeEach(() => {
  const { client, options, getToken } = createFakeVendor().properties;
  stop = upgradeLinks({ button: { client, getToken, ...options } });
  place = document.body.appendChild(document.createElement("main"));
});
afterEach(() => {
  root?.unmount();
  stop();
});

const link = (name: string, rest: object = {}): ReactNode =>
  createElement("a", { href: `/connect#human-connect=${name}`, ...rest }, "Connect");
const findLink = (): HTMLAnchorElement => place.querySelector("a")!;
const until = (condition: () => void): Promise<void> => vi.waitFor(condition, 8000);
const untilOpen = (): Promise<void> => until(() => expect(findLink().dataset["status"]).toBe("open"));

describe("a link in React", () => {
  it("is hydrated as it was written, with the pointer over it, and opens Connect", async () => {
    place.innerHTML = `<p><a href="/connect#human-connect=button">Connect</a></p>`;
    const faults = vi.spyOn(console, "error");
    const onRecoverableError = vi.fn();
    await userEvent.hover(findLink());

    root = hydrateRoot(place, createElement("p", null, link("button")), { onRecoverableError });
    await userEvent.click(findLink());
    await untilOpen();

    expect(onRecoverableError).not.toHaveBeenCalled();
    expect(faults).not.toHaveBeenCalled();
  });

  it("is not followed by a router, whose handler sees that the click is taken", async () => {
    const onClick = vi.fn(({ defaultPrevented }: ReactMouseEvent) => defaultPrevented);
    root = createRoot(place);
    root.render(link("button", { onClick }));
    await until(() => expect(findLink()).toBeTruthy());

    await userEvent.click(findLink());
    await untilOpen();

    expect(onClick).toHaveReturnedWith(true);
  });

  it("may be rendered again and removed while it is a button or a card", async () => {
    const faults = vi.spyOn(console, "error");
    root = createRoot(place);
    const render = (...children: ReactNode[]): void => root!.render(createElement("p", null, ...children));
    render(link("card", { key: "card" }), " or ", link("button", { key: "button" }));
    await until(() => expect(place.querySelector("human-connect-card")).toBeTruthy());
    await userEvent.click(place.querySelector<HTMLElement>("a[href$=button]")!);
    await until(() => expect(place.querySelector("a[href$=button]")!.getAttribute("data-status")).toBe("open"));

    render("Only words ", link("card", { key: "card" }));
    await until(() => expect(place.querySelector("a[href$=button]")).toBe(null));
    render("Only words");
    await until(() => expect(place.querySelector("a")).toBe(null));

    expect(place.querySelector("human-connect-card")?.checkVisibility() ?? false).toBe(false);
    expect(faults).not.toHaveBeenCalled();
  });
});
