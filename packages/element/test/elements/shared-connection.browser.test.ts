import type { HumanConnectButton } from "@human-connect/element";
import { expect, it, vi } from "vitest";
import { alder, createFakeVendor, drawn, inner, part, show, shownText, traceFocus, untilShown } from "../page.js";

const tagOf = (html: string): string => `<human-connect-button ${html}></human-connect-button>`;

/** A button with a connection and another one that joins it, on the page in this order. */
async function showPair(second = ""): Promise<{ one: HumanConnectButton; two: HumanConnectButton }> {
  const vendor = createFakeVendor();
  const holder = await show<HTMLElement>(`<section>${tagOf('id="one"')}${tagOf(`for="one" ${second}`)}</section>`);
  const [one, two] = [...holder.querySelectorAll("human-connect-button")] as [HumanConnectButton, HumanConnectButton];
  Object.assign(one, {
    client: vendor.client,
    getToken: () => "token",
    options: { ...vendor.properties.options, initialConnections: [alder] },
  });
  await drawn();
  return { one, two };
}

it("shares the connection of the button that it names: state, open and close", async () => {
  const { one, two } = await showPair();
  expect(two.connect).toBe(one.connect);
  expect(inner(two).dataset["connected"]).toBe("");

  inner(two).click();
  await untilShown(two, "open");
  expect(inner(one).dataset["status"]).toBe("open");
  expect(two.matches(":state(open)")).toBe(true);

  two.close();
  await untilShown(one, "closed");
  expect(inner(two).dataset["status"]).toBe("closed");
});

it("has words and `disabled` of its own, and nothing else", async () => {
  const { one, two } = await showPair(
    `label-connect-another="Add another" disabled inline token-url="/nowhere" client="nothing" user="x"`,
  );

  expect(shownText(two)).toBe("Add another");
  expect(inner(two).disabled).toBe(true);
  expect(inner(one).disabled).toBe(false);
  expect(two.shadowRoot!.querySelector("[part=inline]")).toBe(null);

  void two.open();
  await untilShown(one, "open");
  expect(two.querySelector("[slot=frame]")).toBe(null);
});

it("tells of nothing twice: the first button has the events and the announcements", async () => {
  const { one, two } = await showPair();
  const heard: EventTarget[] = [];
  document.body.addEventListener("human-connect-open", ({ target }) => heard.push(target!), { once: true });

  inner(two).click();
  await untilShown(two, "open");

  expect(heard).toEqual([one]);
  one.connect.close();
  await untilShown(two, "closed");
  expect(part(two, "live").textContent).toBe("");
});

it("gives the focus back to the button that was clicked", async () => {
  const { one, two } = await showPair();
  const trace = traceFocus();

  inner(two).focus();
  inner(two).click();
  await untilShown(two, "open");
  one.close();
  await untilShown(two, "closed");

  await vi.waitFor(() => expect(document.activeElement, trace()).toBe(two));
});

it("follows a button that comes later, and another one when `for` changes", async () => {
  const two = await show(tagOf('for="later"'));
  expect(two.state).toEqual({ status: "idle", currentConnections: [] });

  const later = await show(tagOf(`id="later" initial-connections='${JSON.stringify([alder])}'`));
  await vi.waitFor(() => expect(two.connect).toBe(later.connect));
  expect(inner(two).dataset["connected"]).toBe("");

  two.removeAttribute("for");
  await drawn();
  expect(two.connect).not.toBe(later.connect);
  expect(inner(two).dataset["connected"]).toBe(undefined);
});

it("keeps its own connection when it names itself, or a button that joins another", async () => {
  const self = await show(tagOf('id="self" for="self"'));
  const other = await show(tagOf('id="other" for="self"'));

  await drawn();

  expect(self.connect).not.toBe(other.connect);
  expect(inner(other).dataset["status"]).toBe("idle");
});
