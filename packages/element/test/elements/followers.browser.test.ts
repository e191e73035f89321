import type { HumanConnectButton, HumanConnectList, HumanConnectStatus } from "@human-connect/element";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { alder, birch, closeStage, createFakeVendor, drawn, inner, part, show, untilShown } from "../page.js";

let status: HumanConnectStatus;
let list: HumanConnectList;
const text = (host: HTMLElement): string => host.shadowRoot!.textContent!;
const items = (): string[] => [...list.shadowRoot!.querySelectorAll("li")].map((item) => item.textContent!);

beforeEach(async () => {
  await show(
    `<div><human-connect-status for="b"></human-connect-status><human-connect-list for="b"></human-connect-list></div>`,
  );
  status = document.querySelector("human-connect-status")!;
  list = document.querySelector("human-connect-list")!;
});

async function addButton(id: string, sources = [alder]): Promise<HumanConnectButton> {
  const button = Object.assign(document.createElement("human-connect-button"), {
    id,
    options: { initialConnections: sources },
  });
  document.body.append(button);
  await turn();
  return button;
}

/** Mutation observers report before the next task, and what they draw is there with it. */
const turn = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve));
  await drawn();
};

describe("without a button", () => {
  it("says that nothing is connected yet", () => {
    expect([text(status), text(list)]).toEqual(["Nothing connected yet", "Nothing connected yet"]);
    expect(part(status, "status").outerHTML).toBe(
      '<p part="status" class="human-connect-status" data-status="idle">Nothing connected yet</p>',
    );
    expect(part(list, "empty").className).toBe("human-connect-empty");
  });

  it("gives the place of an empty list to the page", async () => {
    list.innerHTML = `<p slot="empty">None</p>`;
    await drawn();

    const slot = list.shadowRoot!.querySelector<HTMLSlotElement>("slot[name=empty]")!;
    expect(slot.assignedElements()).toEqual([...list.children]);
  });

  it("has no attributes and boxes of its own", () => {
    expect([list.getAttributeNames(), getComputedStyle(list).display, getComputedStyle(status).display]).toEqual([
      ["for"],
      "block",
      "block",
    ]);
  });
});

describe("for", () => {
  it("follows a button that comes later", async () => {
    await addButton("b");

    expect([text(status), items()]).toEqual(["1 source connected", ["Alder Clinic"]]);
    expect(part(list, "list").getAttribute("aria-label")).toBe("Your sources");
    expect([...list.shadowRoot!.querySelectorAll("[part=source]")].map(({ className }) => className)).toEqual([
      "human-connect-source",
    ]);
    expect(list.shadowRoot!.querySelector("li")!.outerHTML).toBe(
      '<li part="source" class="human-connect-source" data-status="connected">Alder Clinic</li>',
    );
  });

  it("follows another button when it changes, and none when it goes", async () => {
    await addButton("b");
    await addButton("other", [alder, birch]);

    list.htmlFor = "other";
    status.setAttribute("for", "other");
    await drawn();
    expect([text(status), items(), list.getAttribute("for")]).toEqual([
      "2 sources connected",
      ["Alder Clinic", "Birch Pharmacy"],
      "other",
    ]);

    list.removeAttribute("for");
    await drawn();
    expect(items()).toEqual([]);
  });

  it("follows the id from button to button", async () => {
    const one = await addButton("b");
    const two = await addButton("two", [alder, birch]);

    one.id = "one";
    await turn();
    expect(items()).toEqual([]);
    two.id = "b";
    await turn();
    expect(items()).toEqual(["Alder Clinic", "Birch Pharmacy"]);
    two.remove();
    await turn();
    expect(items()).toEqual([]);
    one.id = "b";
    await turn();
    expect(items()).toEqual(["Alder Clinic"]);
  });

  it("stays with a button that is moved, and comes back to its own when it is moved itself", async () => {
    const button = await addButton("b");
    document.body.prepend(button);
    await turn();
    document.body.append(list);
    await drawn();
    button.options = { initialConnections: [birch] };
    await drawn();

    expect(items()).toEqual(["Birch Pharmacy"]);
  });

  it("asks once about an element that its definition does not make a button", async () => {
    customElements.define("built-in-button", class extends HTMLButtonElement {}, { extends: "button" });
    document.body.append(Object.assign(document.createElement("built-in-button"), { id: "c" }));
    const whenDefined = vi.spyOn(customElements, "whenDefined");

    list.htmlFor = "c";
    await turn();

    expect(items()).toEqual([]);
    expect(whenDefined).toHaveBeenCalledTimes(1);
    whenDefined.mockRestore();
  });

  it.each(["1", "--b", "-", "a b", "a.b#c", 'q"\\', "ä:ö", "😀"])("finds the id %s", async (id) => {
    await addButton(id);

    list.htmlFor = id;
    await drawn();

    expect(items()).toEqual(["Alder Clinic"]);
  });

  it("waits for an element that is not defined yet, and takes no other", async () => {
    const { HumanConnectButton } = await import("@human-connect/element");
    class FollowedButton extends HumanConnectButton {}
    document.body.append(
      Object.assign(document.createElement("div"), { id: "c" }),
      Object.assign(document.createElement("followed-button"), { id: "d", options: { initialConnections: [birch] } }),
    );
    list.htmlFor = "c";
    await drawn();
    expect(items()).toEqual([]);

    list.htmlFor = "d";
    await drawn();
    expect(items()).toEqual([]);
    customElements.define("followed-button", FollowedButton);
    await turn();
    expect(items()).toEqual(["Birch Pharmacy"]);
  });

  it("looks in its own shadow root only", async () => {
    await addButton("b");
    const outer = document.body.appendChild(document.createElement("div"));
    outer.attachShadow({ mode: "open" }).append(list);
    await turn();
    expect(items()).toEqual([]);

    outer.shadowRoot!.append(
      Object.assign(document.createElement("human-connect-button"), {
        id: "b",
        options: { initialConnections: [birch] },
      }),
    );
    await turn();
    expect(items()).toEqual(["Birch Pharmacy"]);
  });

  it("observes the whole page only while there is no such button", async () => {
    const observe = vi.spyOn(MutationObserver.prototype, "observe");
    const button = await addButton("b");
    await turn();

    const last = observe.mock.calls.filter(([target]) => target === document || target === button).slice(-2);
    expect(last.map(([target, { subtree = false } = {}]) => [target, subtree])).toEqual([
      [button, false],
      [button, false],
    ]);
    observe.mockClear();
    document.body.append(document.createElement("p"));
    await turn();
    expect(observe).not.toHaveBeenCalled();
  });

  it("leaves nothing with a button when it goes", async () => {
    const button = await addButton("b");
    const controllers = vi.spyOn(button, "removeController");

    list.remove();
    status.remove();

    expect(controllers).toHaveBeenCalledTimes(2);
    button.options = { initialConnections: [birch] };
    await turn();
    expect(items()).not.toContain("Birch Pharmacy");
  });
});

describe("through a session", () => {
  it("tells every state, and what is connected at once", async () => {
    const vendor = createFakeVendor();
    let answer!: (token: string) => void;
    const button = Object.assign(document.createElement("human-connect-button"), {
      id: "b",
      ...vendor.properties,
      getToken: () => new Promise<string>((resolve) => (answer = resolve)),
    });
    document.body.append(button);
    await turn();
    const said = (): [string, string | undefined] => [text(status), part(status, "status").dataset["status"]];

    inner(button).click();
    await untilShown(button, "loading");
    await vi.waitFor(() => expect(said()).toEqual(["Opening Connect…", "loading"]));
    answer("token");
    await vi.waitFor(() => expect(said()).toEqual(["Continue in the Connect window", "open"]));
    await vendor.connect(alder);
    await vi.waitFor(() => expect(items()).toEqual(["Alder Clinic"]));
    const first = list.shadowRoot!.querySelector("li");
    await vendor.connect(alder, birch);
    await vi.waitFor(() => expect(items()).toEqual(["Alder Clinic", "Birch Pharmacy"]));
    expect(list.shadowRoot!.querySelector("li")).toBe(first);
    closeStage();
    await vi.waitFor(() => expect(said()).toEqual(["2 sources connected", "closed"]));
    button.client = { load: () => Promise.reject(new Error("no")) };
    inner(button).click();
    await vi.waitFor(() => expect(said()).toEqual(["Connect could not be opened. Try again.", "error"]));
  });

  it("speaks the button's words, and its own before them", async () => {
    const button = await addButton("b", []);
    button.setAttribute("locale", "es");
    list.setAttribute("label-no-connections", "Nada");
    await turn();
    expect([text(status), text(list)]).toEqual(["Todavía no hay nada conectado", "Nada"]);

    button.options = { initialConnections: [alder, birch], labels: { manyConnections: "{count} × $&" } };
    status.setAttribute("locale", "en");
    await turn();
    expect([text(status), part(list, "list").getAttribute("aria-label")]).toEqual(["2 × $&", "Tus fuentes"]);
  });

  it("tells in detail what was added, disconnected and asked for", async () => {
    const vendor = createFakeVendor();
    const button = Object.assign(document.createElement("human-connect-button"), { id: "b", ...vendor.properties });
    document.body.append(button);
    list.setAttribute("detailed", "");
    list.setAttribute("label-status-requested", "Asked for");
    await turn();
    const rows = (): (string | undefined)[][] =>
      [...list.shadowRoot!.querySelectorAll("li")].map((row) => [
        row.dataset["status"],
        ...[...row.children].map((cell) => `${cell.part}: ${cell.textContent}`),
      ]);

    inner(button).click();
    await vendor.say({
      type: "hapi-connect-close",
      status: "SUCCESS",
      sessionResults: { connectedSources: [alder], disconnectedSources: [birch] },
      currentConnections: [alder],
      requestedProviders: [{ healthSystem: "Cedar Health" }],
    });

    await vi.waitFor(() =>
      expect(rows()).toEqual([
        ["added", "source-name: Alder Clinic", "source-status: Just connected"],
        ["disconnected", "source-name: Birch Pharmacy", "source-status: Disconnected"],
        ["requested", "source-name: Cedar Health", "source-status: Asked for"],
      ]),
    );
    list.detailed = false;
    await drawn();
    expect([rows(), items()]).toEqual([[["added"]], ["Alder Clinic"]]);
  });

  it("is silent to screen readers unless it is live", async () => {
    expect(part(status, "status").hasAttribute("role")).toBe(false);

    status.live = true;
    await drawn();

    expect([part(status, "status").getAttribute("role"), status.hasAttribute("live")]).toEqual(["status", true]);
  });
});
