import { describe, expect, it } from "vitest";
import { drawn, failingClient, inner, kept, part, show, showButton, shownText, untilShown } from "../../page.js";

describe("human-connect-button at rest", () => {
  it("is a real button with an icon, a label and a live region", async () => {
    const host = await show("<human-connect-button></human-connect-button>");

    const button = inner(host);
    expect([button.type, button.getAttribute("aria-haspopup"), button.dataset["status"]]).toEqual([
      "button",
      "dialog",
      "idle",
    ]);
    expect(
      [button, ...button.children, part(host, "live")].map((element) => `${element.part} ${element.className}`),
    ).toEqual([
      "button human-connect-button",
      "icon human-connect-icon",
      "label human-connect-label",
      " human-connect-room",
      "live human-connect-live",
    ]);
    expect(part(host, "live").getAttribute("role")).toBe("status");
    expect(host.shadowRoot!.delegatesFocus).toBe(true);
    expect(host.matches(":state(idle)")).toBe(true);
  });

  it("adds nothing to its own attributes", async () => {
    const host = await show("<human-connect-button></human-connect-button>");

    expect(host.getAttributeNames()).toEqual([]);
  });

  it("wears the kit's look, and the page's custom properties pierce", async () => {
    const host = await show(
      `<human-connect-button style="--human-connect-accent: rgb(1, 2, 3)"></human-connect-button>`,
    );

    expect(getComputedStyle(host).display).toBe("inline-flex");
    expect(getComputedStyle(inner(host)).backgroundColor).toBe("rgb(1, 2, 3)");
    expect(inner(host).getBoundingClientRect().height).toBeGreaterThanOrEqual(48);
    host.hidden = true;
    expect(getComputedStyle(host).display).toBe("none");
  });

  it("shares one stylesheet among all buttons", async () => {
    const [one, two] = [await showButton(), await showButton()];

    expect(one.shadowRoot!.adoptedStyleSheets).toEqual(two.shadowRoot!.adoptedStyleSheets);
    expect(one.shadowRoot!.querySelector("style")).toBe(null);
  });

  it("has the same box in every state", async () => {
    const host = await showButton(
      { client: failingClient, getToken: () => "token" },
      "<human-connect-button>Share</human-connect-button>",
    );
    const box = (): string => JSON.stringify(inner(host).getBoundingClientRect());
    const before = box();

    inner(host).click();
    await untilShown(host, "error");
    inner(host).blur();

    expect(shownText(host)).toBe("Try again");
    expect(box()).toBe(before);
  });
});

describe("the label", () => {
  it.each([
    ["", "Connect your health data"],
    ["\n  \n", "Connect your health data"],
    ["<!-- nothing -->", "Connect your health data"],
    ["Share", "Share"],
    ["\n  Share  my\n records ", "Share my records"],
  ])("is %j → %j", async (html, text) => {
    const host = await show(`<human-connect-button>${html}</human-connect-button>`);

    expect(kept(host)[0]).toBe(text === "Connect your health data" ? "Add or remove sources" : text);
    expect(inner(host).innerText.trim() || text).toContain(text.split(" ")[0]!);
    expect(shownText(host).replace(/\s+/g, " ")).toBe(text);
  });

  it("may be more than text", async () => {
    const host = await show("<human-connect-button>Share <b>records</b></human-connect-button>");

    expect(kept(host)[0]).toBe(undefined);
    expect(part(host, "label").querySelector("slot")!.assignedNodes()).toHaveLength(2);
  });

  it("follows the page, also when a text is changed in place", async () => {
    const host = await show("<human-connect-button>Share</human-connect-button>");

    host.firstChild!.nodeValue = "Send";
    await drawn();
    expect(kept(host)[0]).toBe("Send");
    host.textContent = "";
    await drawn();
    expect(shownText(host)).toBe("Connect your health data");
  });

  it("follows what was changed while the element was away", async () => {
    const host = await show("<human-connect-button>Share</human-connect-button>");
    host.remove();
    host.textContent = "Send";
    document.body.append(host);
    await drawn();

    expect(kept(host)[0]).toBe("Send");
  });

  it("speaks the language of the locale and the words of label-…, live", async () => {
    const host = await show(`<human-connect-button locale="es" label-retry="Otra vez"></human-connect-button>`);
    expect([shownText(host), kept(host).at(-1)]).toEqual(["Conectar tus datos de salud", "Otra vez"]);

    host.setAttribute("label-connect", "Compartir");
    host.removeAttribute("label-retry");
    await drawn();
    expect([shownText(host), kept(host).at(-1)]).toEqual(["Compartir", "Intentar de nuevo"]);

    host.options = { locale: "en", labels: { connect: "Share" } };
    await drawn();
    expect([shownText(host), kept(host).at(-1)]).toEqual(["Share", "Try again"]);
  });
});
