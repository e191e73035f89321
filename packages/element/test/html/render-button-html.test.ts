import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderButtonHtml } from "../../src/html/render-button-html.js";

/** Without the stylesheet, which a test in a browser looks at. */
const render = (...given: Parameters<typeof renderButtonHtml>): string =>
  renderButtonHtml(...given).replace(/<style([^>]*)>[^]*<\/style>/, "<style$1></style>");

describe("renderButtonHtml", () => {
  it("writes the element with its shadow root and its label", () => {
    expect(render({ "token-url": "/token" }, "Share my records")).toBe(
      '<human-connect-button token-url="/token"><template shadowrootmode="open" shadowrootdelegatesfocus><style></style>' +
        '<button part="button" class="human-connect-button" type="button" aria-haspopup="dialog" data-status="idle">' +
        '<span part="icon" class="human-connect-icon" aria-hidden="true"></span>' +
        '<span part="label" class="human-connect-label"><slot></slot></span>' +
        '<span class="human-connect-room" aria-hidden="true" data-text="Share my records" data-also="Try again"></span>' +
        '</button><span part="live" class="human-connect-live" role="status"></span></template>Share my records</human-connect-button>',
    );
  });

  it("says the word of the locale when there is no label", () => {
    expect(render({ locale: "es", "label-retry": "Otra vez" })).toContain(
      'class="human-connect-label">Conectar tus datos de salud</span><span class="human-connect-room" ' +
        'aria-hidden="true" data-text="Añadir o quitar fuentes" data-also="Otra vez"></span>',
    );
  });

  it("writes flags without a value and leaves out what is not set", () => {
    const html = render({ disabled: true, preseed: false, user: undefined, segment: null, "overlay-opacity": 0.5 });

    expect(html).toMatch(/^<human-connect-button disabled overlay-opacity="0\.5"><template/);
    expect(html).toContain('data-status="idle" disabled>');
  });

  it("gives the nonce to the styles as well", () => {
    expect(render({ nonce: "r4nd0m" })).toContain('<style nonce="r4nd0m">');
  });

  it("escapes what is not its own", () => {
    const html = render({ "token-url": `"><script>`, nonce: `'"` }, `</human-connect-button><img src=x onerror="a&b">`);

    expect(html).not.toMatch(/<script|<img/);
    expect(html.match(/<\/human-connect-button>/g)).toHaveLength(1);
    expect(html).toContain('token-url="&#34;&#62;&#60;script&#62;" nonce="&#39;&#34;"');
  });

  it.each(["a b", "x>", 'x"', "", "=", "on click", "1a"])("throws a TypeError for an attribute named %j", (name) => {
    expect(() => renderButtonHtml({ [name]: "x" })).toThrow(TypeError);
  });

  it("writes the same tags whatever the texts are", () => {
    const tags = (html: string): string[] => html.match(/<[^>]*>/g)!.map((tag) => tag.match(/^<\/?[\w-]+/)![0]);
    const expected = tags(render({ "token-url": "x", nonce: "y", "label-retry": "z" }, "w"));
    const word = fc.string({ minLength: 1, unit: "binary" }).filter((text) => text.trim() !== "");

    fc.assert(
      fc.property(word, word, word, word, (url, nonce, retry, label) => {
        expect(tags(render({ "token-url": url, nonce, "label-retry": retry }, label))).toEqual(expected);
      }),
    );
  });
});
