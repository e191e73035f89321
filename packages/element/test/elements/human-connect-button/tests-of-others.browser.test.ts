import { createFakeClient } from "@human-connect/core/testing";
import { fireEvent, getByText } from "@testing-library/dom";
import { userEvent } from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { drawn, inner, show, showButton } from "../../page.js";

const getToken = (): string => "token";
const html = "<human-connect-button>Connect <b>everything</b></human-connect-button>";

const clicks: [name: string, click: (host: HTMLElement) => unknown][] = [
  ["fireEvent on the element", (host) => fireEvent.click(host)],
  ["userEvent on the text that it holds", () => userEvent.click(getByText(document.body, "Connect"))],
  ["userEvent on an element that it holds", () => userEvent.click(getByText(document.body, "everything"))],
  ["an event of one's own", (host) => host.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }))],
  ["click()", (host) => host.click()],
];

it.each(clicks)("a click that a test makes by %s opens Connect, once", async (_name, click) => {
  const client = createFakeClient(({ close }) => close());
  const host = await showButton({ client, getToken }, html);

  await click(host);

  await vi.waitFor(() => expect(host.state.status).toBe("closed"), 8000);
  expect(client.sessions).toHaveLength(1);
});

it.each(clicks)("a click by %s opens Connect before anything is drawn, too", async (_name, click) => {
  const client = createFakeClient(({ close }) => close());
  document.body.innerHTML = html;
  const host = document.querySelector("human-connect-button")!;
  Object.assign(host, { client, getToken });

  await click(host);

  await vi.waitFor(() => expect(host.state.status).toBe("closed"), 8000);
  expect(client.sessions).toHaveLength(1);
});

it("a click on the text opens where events go past the slot, as happy-dom's do", async () => {
  const client = createFakeClient(({ close }) => close());
  const host = await showButton({ client, getToken }, html);
  const click = new MouseEvent("click", { bubbles: true });
  const { composedPath } = click;
  click.composedPath = () =>
    composedPath.call(click).filter((node) => !(node instanceof Node) || node.getRootNode() === document);

  getByText(host, "everything").dispatchEvent(click);

  await vi.waitFor(() => expect(host.state.status).toBe("closed"), 8000);
});

it("a click that a test makes on a disabled element, or that a handler prevents, opens nothing", async () => {
  const client = createFakeClient();
  const host = await showButton({ client, getToken, disabled: true }, html);
  fireEvent.click(host);
  host.disabled = false;
  await drawn();
  host.addEventListener("click", (event) => event.preventDefault());
  fireEvent.click(host);

  expect(host.state.status).toBe("idle");
});

it("a click on what else a card holds is none on its button", async () => {
  const card = await show("<human-connect-card><p slot='empty'>Nothing here yet</p></human-connect-card>");
  Object.assign(card, { client: createFakeClient(), getToken });
  await drawn();

  fireEvent.click(getByText(card, "Nothing here yet"));

  expect(card.state.status).toBe("idle");
});

it("what happens in a session whose element was swapped out is heard at the document, once", async () => {
  const heard: string[] = [];
  const end = new AbortController();
  for (const type of ["open", "connect", "close"])
    document.addEventListener(`human-connect-${type}`, () => heard.push(type), end);
  const client = createFakeClient();
  const host = await showButton({ client, getToken }, html);
  const own = vi.fn();
  host.addEventListener("human-connect-close", own);
  inner(host).click();
  const session = await client.opened();

  host.replaceWith("swapped");
  session.connect({ id: "a1", name: "Alder Clinic" });
  session.close();

  await vi.waitFor(() => expect(heard).toEqual(["open", "connect", "close"]), 8000);
  expect(own).toHaveBeenCalledOnce();
  end.abort();
});
