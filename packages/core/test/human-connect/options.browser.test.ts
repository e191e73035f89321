import { describe, expect, it, vi } from "vitest";
import { createHumanConnect, type HumanConnect } from "../../src/human-connect.js";
import { createFakeVendor } from "../fake-vendor.js";
import {
  clinic,
  pharmacy,
  connecting,
  closing,
  connects,
  overs,
  createFake,
  open,
  openLoaded,
  stage,
  never,
} from "./sessions.js";
import { findDeep } from "../../../../test/support/find-deep.ts";

describe("options", () => {
  it("can be overridden for one session", async () => {
    const session = createFake({ segment: "adults" });

    void open(session.connect, { segment: "children", mode: "auth" });
    await vi.waitFor(() => expect(session.fake.opened).toHaveLength(1));
    session.connect.close();
    await Promise.all(overs);
    void open(session.connect);
    await vi.waitFor(() => expect(session.fake.opened).toHaveLength(2));

    expect(session.fake.opened.map(({ segment, mode }) => [segment, mode])).toEqual([
      ["children", "auth"],
      ["adults", undefined],
    ]);
  });

  it("stay as they are where an override is undefined, so that nobody opens production by accident", async () => {
    const session = createFake();

    void open(session.connect, { baseUrl: undefined });
    await vi.waitFor(() => expect(session.fake.opened).toHaveLength(1));

    expect(session.fake.opened[0]!["baseURL"]).toBe(location.origin);
  });

  it("tell whoever shows the connection which words to use now", () => {
    let locale = "en";
    const labels = { connect: "Hallo" };
    const connect = createHumanConnect(() => ({ getToken: () => "token", locale, labels }));
    expect(connect.getLabelOptions()).toEqual({ locale: "en", labels });

    locale = "es";

    expect(connect.getLabelOptions()).toEqual({ locale: "es", labels });
  });

  it("are the latest at each use", async () => {
    const fake = createFakeVendor();
    const seen: string[] = [];
    let name = "first";
    const connect = createHumanConnect(() => {
      const created = name;
      return {
        client: fake.client,
        baseUrl: location.origin,
        warmFrame: false,
        getToken: () => created,
        onConnect: () => seen.push(`${created} connect`),
        onClose: () => seen.push(`${created} close`),
      };
    });
    connects.push(connect);
    const { over } = await openLoaded({ connect, log: [], events: [], reasons: [] });

    name = "second";
    fake.post(connecting);
    await vi.waitFor(() => expect(seen).toHaveLength(1));
    name = "third";
    fake.post(closing);
    await over;

    expect(fake.opened[0]!["token"]).toBe("first");
    expect(seen).toEqual(["second connect", "third close"]);
  });

  it.each([
    ["reuses a user's token", "ada", ["open"]],
    ["takes a token of its own for each session of nobody in particular", undefined, ["open", "open"]],
  ])("%s", async (_name, user, reasons) => {
    const session = createFake({ user, getToken: () => ({ token: "t", expiresIn: 3600 }) });

    for (let round = 0; round < 2; round++) {
      const { over } = await openLoaded(session);
      session.fake.post(closing);
      await over;
    }

    expect(session.reasons).toEqual(reasons);
  });

  it("put the widget into a container instead of over the page", async () => {
    const container = document.body.appendChild(Object.assign(document.createElement("section"), { id: "here" }));
    const session = createFake({ container: "#here" });

    await openLoaded(session);

    expect(findDeep("#human-api", container)).toBe(session.fake.frame);
    expect(document.querySelector(":modal")).toBeNull();
    session.connect.close();
    await Promise.all(overs);
    expect(container.children).toHaveLength(0);
    container.remove();
  });

  it("show a container at once that something is on its way", async () => {
    const container = document.body.appendChild(document.createElement("section"));
    const session = createFake({ container, getToken: () => never });

    void open(session.connect);

    await vi.waitFor(() => expect(container.contains(stage())).toBe(true));
    container.remove();
  });

  it("end the session when what the container is in leaves the page, however deep in shadow trees", async () => {
    const hosts = [document.createElement("div"), document.createElement("div")];
    document.body.append(hosts[0]!);
    for (const host of hosts) host.attachShadow({ mode: "open" });
    hosts[0]!.shadowRoot!.append(hosts[1]!);
    const container = hosts[1]!.shadowRoot!.appendChild(document.createElement("section"));
    const session = createFake({ container });
    void open(session.connect);
    await vi.waitFor(() => expect(session.connect.getState().status).toBe("open"));

    hosts[1]!.remove();

    expect(await overs[0]).toMatchObject({ status: "closed", reason: "closed-by-host" });
    hosts[0]!.remove();
  });

  it("end the session when the container leaves the page, as the host's wish", async () => {
    const container = document.body.appendChild(document.createElement("section"));
    const session = createFake({ container });
    const { over } = await openLoaded(session);
    session.fake.post(connecting);
    await vi.waitFor(() => expect(session.log).toContain("on connect"));

    container.remove();

    expect(await over).toMatchObject({
      status: "closed",
      reason: "closed-by-host",
      session: { sessionResults: { connectedSources: [clinic] } },
    });
  });

  it("end the session when the container had left before the frame came", async () => {
    const container = document.body.appendChild(document.createElement("section"));
    let grant!: (token: string) => void;
    const session = createFake({ container, getToken: () => new Promise((resolve) => (grant = resolve)) });
    const over = open(session.connect);
    await vi.waitFor(() => expect(stage()).toBeTruthy());

    container.remove();
    grant("token");

    expect(await over).toMatchObject({ status: "closed", reason: "closed-by-host" });
  });

  it("blame whoever takes only the frame out of a container", async () => {
    const container = document.body.appendChild(document.createElement("section"));
    const session = createFake({ container });
    const { over } = await openLoaded(session);

    container.replaceChildren();

    expect(await over).toMatchObject({ status: "error", error: { code: "widget-removed" } });
    container.remove();
  });

  it("give the vendor nothing but what it knows, in event mode", async () => {
    const session = createFake({ mode: "select", clientId: "c1", pinnedProviders: ["a", "b"], user: "ada" });

    await openLoaded(session);

    expect(session.fake.opened).toEqual([
      {
        token: "token",
        baseURL: location.origin,
        mode: "select",
        clientId: "c1",
        pinnedProviders: "a,b",
        version: "V2",
      },
    ]);
  });
});

describe("a getter of options that begins to throw", () => {
  const breakOnce = (answers: (() => string | Promise<string>)[]): { connect: HumanConnect; mend: () => void } => {
    vi.stubGlobal("reportError", vi.fn());
    const fake = createFakeVendor();
    let isBroken = false;
    const connect = createHumanConnect(() => {
      if (isBroken) throw new Error("getter");
      return { client: fake.client, baseUrl: location.origin, warmFrame: false, getToken: () => answers.shift()!() };
    });
    connects.push(connect);
    overs.push(connect.open());
    isBroken = true;
    return { connect, mend: () => (isBroken = false) };
  };

  it("ends the session in an error, and open() does not reject", async () => {
    const { mend } = breakOnce([() => "token"]);

    const [state] = await Promise.all(overs);
    mend();

    expect(state).toMatchObject({ status: "error", error: { code: "client-failed", cause: new Error("getter") } });
  });

  it("leaves no failed call for a token behind, so that the next click works", async () => {
    const { connect, mend } = breakOnce([() => Promise.reject(new Error("offline")), () => "token"]);
    await Promise.allSettled(overs);
    mend();

    await openLoaded({ connect, log: [], events: [], reasons: [] });

    expect(connect.getState().status).toBe("open");
  });
});

describe("initialConnections", () => {
  it("are connected in a session that starts before anybody has read the state", async () => {
    const fake = createFakeVendor();
    const onOpen = vi.fn();
    const connect = createHumanConnect({
      client: fake.client,
      baseUrl: location.origin,
      warmFrame: false,
      getToken: () => "token",
      initialConnections: [pharmacy],
      onOpen,
    });
    connects.push(connect);

    const { over } = await openLoaded({ connect, log: [], events: [], reasons: [] });
    fake.post({ type: "hapi-connect-close" });

    expect(onOpen.mock.calls[0]![0]).toMatchObject({ session: { currentConnections: [pharmacy] } });
    expect(await over).toMatchObject({ currentConnections: [pharmacy] });
  });

  it.each([
    ["a promise", Promise.resolve([pharmacy])],
    ["an object", { connections: [pharmacy] }],
    ["a text", "[]"],
    ["a set", new Set([pharmacy])],
    ["a list of nothing", [null]],
  ])("that are %s show nothing, and the session names the option", async (_, given) => {
    const connect = createHumanConnect({
      client: createFakeVendor().client,
      getToken: () => "token",
      initialConnections: given as never,
    });
    connects.push(connect);

    expect(connect.getState()).toEqual({ status: "idle", currentConnections: [] });
    expect(await connect.open()).toMatchObject({
      status: "error",
      error: { code: "invalid-option", message: expect.stringContaining("initialConnections must be an array") },
    });
  });

  it("may be null, as templates write it", async () => {
    const connect = createHumanConnect({
      client: createFakeVendor().client,
      baseUrl: location.origin,
      warmFrame: false,
      getToken: () => "token",
      initialConnections: null as never,
    });
    connects.push(connect);

    await openLoaded({ connect, log: [], events: [], reasons: [] });

    expect(connect.getState()).toMatchObject({ status: "open", currentConnections: [] });
  });

  it("never undo what a session has told since", async () => {
    const fake = createFakeVendor();
    const connect = createHumanConnect({
      client: fake.client,
      baseUrl: location.origin,
      warmFrame: false,
      getToken: () => "token",
      initialConnections: [pharmacy],
    });
    connects.push(connect);
    const { over } = await openLoaded({ connect, log: [], events: [], reasons: [] });

    fake.post({ ...closing, currentConnections: [pharmacy, clinic] });
    await over;

    expect(connect.getState().currentConnections).toEqual([pharmacy, clinic]);
  });
});
