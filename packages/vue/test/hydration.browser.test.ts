import { until } from "./setup.js";
import { expect, it, onTestFinished } from "vitest";
import { userEvent } from "vitest/browser";
import { createApp } from "vue";
import { runEarlyScript } from "../../../test/support/early-script.ts";
import { createFakeVendor } from "../../../test/support/fake-vendor.ts";
import { createPage, serverHtml } from "./server-app.js";

/** Without the comments by which Vue finds its fragments again. */
const readable = (html: string): string => html.replace(/<!--.*?-->/g, "");

/** A page as a server has written it. */
function writePage(): HTMLElement {
  const container = document.body.appendChild(document.createElement("div"));
  onTestFinished(() => container.remove());
  container.innerHTML = serverHtml;
  return container;
}

it("draws at first what a server renders", () => {
  const container = document.createElement("div");
  const app = createPage(createFakeVendor().options, createApp);

  app.mount(container);

  expect(readable(container.innerHTML)).toBe(readable(writePage().innerHTML));
  app.unmount();
});

it("hydrates what a server has rendered without touching it, and without a warning", async () => {
  const container = writePage();
  const html = container.innerHTML;
  const before = [...container.querySelectorAll("*")];
  const app = createPage(createFakeVendor().options);
  onTestFinished(() => app.unmount());

  app.mount(container);

  expect(container.innerHTML).toBe(html);
  expect([...container.querySelectorAll("*")]).toEqual(before);
});

it("works once it is hydrated", async () => {
  const container = writePage();
  const vendor = createFakeVendor();
  const app = createPage(vendor.options);
  onTestFinished(() => app.unmount());
  app.mount(container);
  const mine = container.querySelector<HTMLElement>(".mine")!;

  mine.click();

  await until(() => expect(mine.dataset["status"]).toBe("open"));
  expect(vendor.opened.length).toBe(1);
});

it("opens for a click that came before it was hydrated, once", async () => {
  runEarlyScript();
  const container = writePage();
  const vendor = createFakeVendor();
  const mine = container.querySelector<HTMLElement>(".mine")!;
  await userEvent.click(mine);
  const app = createPage(vendor.options);
  onTestFinished(() => app.unmount());

  app.mount(container);

  await until(() => expect(mine.dataset["status"]).toBe("open"));
  expect(vendor.opened.length).toBe(1);
});
