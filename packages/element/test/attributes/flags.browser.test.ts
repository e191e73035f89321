import { describe, expect, it, vi } from "vitest";
import { renderButtonHtml } from "@human-connect/element";
import { drawn, inner, part, show } from "../page.js";

const flags = [
  ["human-connect-button", "disabled", "disabled"],
  ["human-connect-button", "inline", "inline"],
  ["human-connect-button", "close-on-unmount", "closeOnUnmount"],
  ["human-connect-button", "close-on-back", "closeOnBack"],
  ["human-connect-card", "disabled", "disabled"],
  ["human-connect-list", "detailed", "detailed"],
  ["human-connect-status", "live", "live"],
] as const;

describe.each(flags)("<%s %s>", (tag, attribute, property) => {
  const read = async (value: string): Promise<unknown> =>
    ((await show<HTMLElement>(`<${tag} ${attribute}${value}></${tag}>`)) as unknown as Record<string, unknown>)[
      property
    ];

  it.each([
    ["", true],
    [`=""`, true],
    [`="true"`, true],
    [`="${attribute}"`, true],
    [`="false"`, false],
    [`=" false "`, false],
    // A word processor's quotes delimit nothing.
    ["=”false”", false],
    ["=“true”", true],
  ])("%j", async (value, expected) => {
    expect(await read(value)).toBe(expected);
  });

  it("is an attribute when a script sets it, and none when it takes it back", async () => {
    const host = await show<HTMLElement & Record<string, boolean>>(`<${tag}></${tag}>`);
    const update = async (value: boolean): Promise<string | null> => {
      Object.assign(host, { [property]: value });
      await (host as unknown as { updateComplete: Promise<unknown> }).updateComplete;
      return host.getAttribute(attribute);
    };

    expect([await update(true), await update(false)]).toEqual(["", null]);
  });
});

it('a button that a server has written with inline="false" is a button', async () => {
  const host = await show(`<human-connect-button inline="false" disabled="false">Share</human-connect-button>`);

  expect(host.shadowRoot!.querySelector("[part=inline]")).toBe(null);
  expect(getComputedStyle(host).display).toBe("inline-flex");
  expect([inner(host).disabled, part(host, "label").isConnected]).toEqual([false, true]);
  expect(renderButtonHtml({ inline: "false", disabled: "false" })).not.toMatch(/part="inline"|<button[^>]* disabled/);
});

it.each([
  [`<human-connect-button getToken="() => fetch('/token')"></human-connect-button>`, "gettoken", "getToken"],
  [`<human-connect-card options="[object Object]"></human-connect-card>`, "options", "options"],
  [`<human-connect-button client="[object Object]"></human-connect-button>`, "client", "client"],
])(
  "names in the console, once, what was written into an attribute and is a property: %s",
  async (html, attribute, property) => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const host = await show(html);
    host.setAttribute("locale", "es");
    await drawn();

    expect(warn.mock.calls.map(([message]) => message as string)).toEqual([
      expect.stringMatching(
        `attribute ${attribute}, which does nothing: ${property} is a property.*prop:${property}.*token-url`,
      ),
    ]);
  },
);

it.each([
  `<human-connect-button client="cdn" token-url="/token" inline="false"></human-connect-button>`,
  `<human-connect-list for="x"></human-connect-list>`,
])("has nothing to say of attributes that are there: %s", async (html) => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  await show(html);

  expect(warn).not.toHaveBeenCalled();
});
