import { describe, expect, it } from "vitest";
import { toConnectUrl } from "../../src/direct/connect-url.js";
import { currentBaseUrl } from "../../src/vendor-options.js";

const baseURL = "https://connect.test";

describe("toConnectUrl()", () => {
  it("has the vendor's page where no other is named", () => {
    expect(toConnectUrl({ token: "t" })).toBe(`${currentBaseUrl}/?token=t`);
  });

  it("writes every option under the vendor's name and in the vendor's order", () => {
    const options = {
      pinnedProviders: "a,b",
      segment: "s",
      config: "c",
      preseed: true,
      preseededSources: [{ id: "é" }],
      clientId: "id",
      mode: "select",
      inviteSessionId: "i",
      token: "t+&#",
      baseURL,
    };

    expect(toConnectUrl(options)).toBe(
      `${baseURL}/?token=t%2B%26%23&pisId=i&mode=select&clientId=id&preseededSources=W3siaWQiOiLpIn1d&preseed=true&config=c&segment=s&pinnedProviders=a%2Cb`,
    );
  });

  it.each(["javascript:parent.ran=1//", "data:text/html,x", "blob:https://c.test/x", "file:///etc", "about:blank"])(
    "refuses %s, which would run in the host page or is no page of Connect",
    (address) => {
      const refused = expect.objectContaining({ code: "invalid-option", message: expect.stringMatching(/^baseURL /) });
      expect(() => toConnectUrl({ token: "t", baseURL: address })).toThrow(refused);
    },
  );

  it("says that the token is missing", () => {
    const refused = expect.objectContaining({ code: "invalid-option", message: expect.stringMatching(/^token /) });
    for (const options of [{}, { mode: "auth" }, { mode: "select", preseed: true }, { token: "" }])
      expect(() => toConnectUrl({ baseURL, ...options })).toThrow(refused);
    expect(toConnectUrl({ baseURL, mode: "select", clientId: "id" })).not.toContain("token");
  });
});
