import { expect, it } from "vitest";
import { renderCardHtml } from "../../src/html/render-card-html.js";

/** Without the stylesheet, which a test in a browser looks at. */
const render = (...given: Parameters<typeof renderCardHtml>): string =>
  renderCardHtml(...given).replace(/<style>[^]*<\/style>/, "");

it("writes the whole card, and lets a text of it be clicked", () => {
  expect(render({ "token-url": "/token" }, "Share")).toBe(
    '<human-connect-card token-url="/token"><template shadowrootmode="open">' +
      '<section part="card" class="human-connect-card" data-status="idle">' +
      '<h2 part="heading" class="human-connect-heading"><slot name="heading">Your health data</slot></h2>' +
      '<p part="privacy" class="human-connect-privacy"><slot name="privacy">You choose what to share, and you can disconnect a source at any time.</slot></p>' +
      '<slot name="empty"><p part="empty" class="human-connect-empty">Nothing connected yet</p></slot>' +
      '<div part="actions" class="human-connect-actions">' +
      '<button part="button" class="human-connect-button" type="button" aria-haspopup="dialog" data-status="idle">' +
      '<span part="icon" class="human-connect-icon" aria-hidden="true"></span>' +
      '<span part="label" class="human-connect-label"><slot></slot></span>' +
      '<span class="human-connect-room" aria-hidden="true" data-text="Share" data-also="Try again"></span></button>' +
      '<span part="live" class="human-connect-live" role="status"></span><p part="status" class="human-connect-status" data-status="idle"></p></div>' +
      '<slot name="footer"></slot></section></template>Share</human-connect-card>',
  );
});

it("writes the heading that the attributes ask for", () => {
  const html = render({ "heading-level": 3, locale: "es", "label-privacy": "<Solo tú>" });

  expect(html).toContain(
    '<h3 part="heading" class="human-connect-heading"><slot name="heading">Tus datos de salud</slot></h3>',
  );
  expect(html).toContain('<slot name="privacy">&#60;Solo tú&#62;</slot>');
});

it("writes the box of a card that is inline", () => {
  expect(render({ inline: true })).toMatch(
    /class="human-connect-actions"><div part="inline" class="human-connect-inline" data-status="idle"><div class="human-connect-frame"><\/div><button (?!.*aria-haspopup)/,
  );
});
