import { describe, expect, it, vi } from "vitest";
import { drawn, inner, kept, show, shownText } from "../page.js";

// What content-management tools make of our elements (docs/decisions/0027-what-a-cms-writes.md).

describe("content that is no label", () => {
  it.each([
    "",
    "<br>",
    "\n<br />\n<br />\n",
    "<p></p>",
    "<p>&nbsp;</p>",
    "<p><br></p>",
    "<wbr>",
    "<span> </span>",
    "<strong><br></strong>",
    "<!-- a comment -->",
    "&nbsp;",
    "<span hidden>Later</span>",
    "<template><b>Later</b></template>",
    "<style>b { color: red }</style>",
  ])("leaves the button its own words and its height: %j", async (content) => {
    const plain = await show("<human-connect-button></human-connect-button>");
    const host = await show(`<human-connect-button>${content}</human-connect-button>`);

    expect(shownText(host)).toBe("Connect your health data");
    expect(inner(host).offsetHeight).toBe(inner(plain).offsetHeight);
    expect(inner(host).textContent.trim()).toBe("Connect your health data");
  });

  it("leaves the card's button its words", async () => {
    const card = await show<HTMLElement>(
      `<human-connect-card><br /><span slot="heading">Your records</span><br /><a slot="footer" href="/p">Privacy</a><br /></human-connect-card>`,
    );

    expect(card.shadowRoot!.querySelector("button")!.textContent).toContain("Connect your health data");
  });
});

describe("content that is a label", () => {
  it.each([
    ["Share", "Share"],
    ["<br>Share<br>", "Share"],
    ["Share<br>your data", "Share your data"],
    ["&nbsp;Share&nbsp;your&nbsp;data", "Share your data"],
    ["<p></p>Share", "Share"],
  ])("is read as one line of text: %j", async (content, label) => {
    const plain = await show(`<human-connect-button>${label}</human-connect-button>`);
    const host = await show(`<human-connect-button>${content}</human-connect-button>`);

    expect(kept(host)[0]).toBe(label);
    expect(inner(host).offsetHeight).toBe(inner(plain).offsetHeight);
  });

  it("may stand in the paragraph of a CMS", async () => {
    const plain = await show("<human-connect-button>Share</human-connect-button>");
    const host = await show("<human-connect-button><p>Share</p></human-connect-button>");

    expect(inner(host).offsetHeight).toBe(inner(plain).offsetHeight);
  });

  it.each([`<img src="data:," alt="Share">`, "<svg></svg>", "<my-icon></my-icon>", `<i class="icon"></i>`])(
    "may be a picture: %s",
    async (picture) => {
      const host = await show(`<human-connect-button>${picture}</human-connect-button>`);

      expect(host.shadowRoot!.querySelector("[part=label] slot")).not.toBe(null);
    },
  );
});

describe("an end tag that is missing", () => {
  it.each([
    ["human-connect-button", "<h2>Next chapter</h2><p>Words</p>", "h2"],
    ["human-connect-list", "<section>Words</section>", "section"],
    ["human-connect-status", "<p>Words</p><ul><li>One</li></ul>", "ul"],
  ])("is told of, once: %s", async (name, rest, found) => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const host = await show<HTMLElement>(`<${name} for="nothing" />${rest}`);
    host.setAttribute("label-connect", "Share");
    await drawn();

    expect(warn.mock.calls).toEqual([
      [expect.stringMatching(new RegExp(`<${name}> contains a <${found}>.*write <${name} …></${name}>`))],
    ]);
  });

  it("is not told of where nothing is wrong", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    await show(`<human-connect-button><p>Share</p></human-connect-button>`);
    await show(`<human-connect-card><h2 slot="heading">Yours</h2><ul slot="empty"></ul></human-connect-card>`);

    expect(warn).not.toHaveBeenCalled();
  });
});

it("curly quotes around values are no part of them", async () => {
  const host = await show(
    "<human-connect-button token-url=”/token” locale=“es” client=”global” prepare-on=”none” base-url=”https://connect.humanapi.co”></human-connect-button>",
  );

  expect([host.tokenUrl, host.client, host.prepareOn]).toEqual(["/token", "global", "none"]);
  expect(shownText(host)).toBe("Conectar tus datos de salud");
});
