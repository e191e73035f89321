import "./setup.js";
import { act, render, waitFor } from "@testing-library/react";
import { hydrateRoot } from "react-dom/client";
import { expect, it, onTestFinished, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { runEarlyScript } from "../../../test/support/early-script.ts";
import { createFakeVendor } from "../../../test/support/fake-vendor.ts";
import { App, markup } from "./server-app.js";

/** A page as a server has written it. */
function createPage(): HTMLElement {
  const container = document.body.appendChild(document.createElement("div"));
  container.innerHTML = markup;
  onTestFinished(() => container.remove());
  return container;
}

async function hydrate(container: HTMLElement, options: Parameters<typeof App>[0]): Promise<() => unknown> {
  const onRecoverableError = vi.fn();
  const root = await act(async () => hydrateRoot(container, <App {...options} />, { onRecoverableError }));
  onTestFinished(() => act(() => root.unmount()));
  return onRecoverableError;
}

it("draws at first what a server renders", () => {
  const { container } = render(<App {...createFakeVendor().options} />);

  expect(container.innerHTML).toBe(markup);
});

it("hydrates what a server has rendered without touching it", async () => {
  const container = createPage();
  const before = [...container.querySelectorAll("*")];

  const onRecoverableError = await hydrate(container, createFakeVendor().options);

  expect(onRecoverableError).not.toHaveBeenCalled();
  expect(container.innerHTML).toBe(markup);
  expect([...container.querySelectorAll("*")]).toEqual(before);
});

it("works once it is hydrated", async () => {
  const container = createPage();
  const vendor = createFakeVendor();
  await hydrate(container, vendor.options);

  act(() => container.querySelector<HTMLElement>(".mine")!.click());

  await waitFor(() => expect(container.querySelector<HTMLElement>(".mine")!.dataset["status"]).toBe("open"));
  expect(vendor.opened.length).toBe(1);
});

it("opens for a click that came before it was hydrated, once", async () => {
  runEarlyScript();
  const container = createPage();
  const vendor = createFakeVendor();
  const onClick = vi.fn();
  container.addEventListener("click", onClick);
  const mine = container.querySelector<HTMLElement>(".mine")!;
  await userEvent.click(mine);

  const onRecoverableError = await hydrate(container, vendor.options);

  await waitFor(() => expect(mine.dataset["status"]).toBe("open"));
  expect(vendor.opened.length).toBe(1);
  expect(onClick).toHaveBeenCalledTimes(2);
  expect(onRecoverableError).not.toHaveBeenCalled();
});

it("opens once for a click during which React hydrates", async () => {
  // Nothing here waits for React, which hydrates because of the click.
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false });
  onTestFinished(() => void Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true }));
  runEarlyScript();
  const container = createPage();
  const vendor = createFakeVendor();
  const onClick = vi.fn();
  const mine = container.querySelector<HTMLElement>(".mine")!;
  const begin = (): void => {
    const root = hydrateRoot(container, <App {...vendor.options} />);
    onTestFinished(() => root.unmount());
  };
  document.addEventListener("click", begin, { capture: true, once: true });
  document.addEventListener("click", onClick);
  onTestFinished(() => document.removeEventListener("click", onClick));

  await userEvent.click(mine);

  await waitFor(() => expect(mine.dataset["status"]).toBe("open"));
  expect(vendor.opened.length).toBe(1);
  expect(onClick).toHaveBeenCalledTimes(1);
});
