import { afterEach, describe, expect, it, vi } from "vitest";
import { currentDialect } from "../../src/vendor/current-dialect.js";
import { HumanConnectError } from "../../src/model/errors.js";
import type { TrustedMessage } from "../../src/vendor/read-message.js";
import type { WidgetContext } from "../../src/stage/surface.js";
import { createFakeClient, type FakeClient } from "../../src/testing.js";
import { englishWidgetLabels } from "../../src/words/widget-labels.js";

const clinic = { id: "c1", name: "Clinic" };
const pharmacy = { id: "p1", name: "Pharmacy" };

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Opens the fake's widget without a page, as the kit does with one. */
async function show(
  fake: FakeClient,
): Promise<{ messages: TrustedMessage[]; closing: Promise<TrustedMessage | undefined> }> {
  const { createStage, showWidget } = await fake.surface!();
  const controller = new AbortController();
  const messages: TrustedMessage[] = [];
  const context: WidgetContext = {
    vendor: await fake.load(controller.signal),
    dialect: currentDialect,
    toVendorOptions: () => ({ token: "token" }),
    target: { baseUrl: "https://connect.example", origin: "https://connect.example", origins: [] },
    timeline: { mark() {}, log() {} },
    timeoutMs: 1000,
    signal: controller.signal,
    reports: {
      onNode() {},
      onEscaped() {},
      onShown() {},
      onUnreachable() {},
      onAlive() {},
      onMessage: (message) => messages.push(message),
      onMoved() {},
      onRemoved() {},
    },
  };
  createStage({
    labels: englishWidgetLabels({}) as never,
    opener: null,
    overlayOpacity: undefined,
    onCancel: () => controller.abort("cancelled"),
  });
  return { messages, closing: showWidget(context) };
}

describe("the messages of a fake session", () => {
  it("are the vendor's: a type, a status and what has happened since Connect opened", async () => {
    const fake = createFakeClient();
    const { messages, closing } = await show(fake);

    fake.connect([clinic, pharmacy]);
    fake.disconnect(clinic);
    fake.request({ physician: "Dr. Rowan" });
    fake.close();

    const connected = (connectedSources: object[], disconnectedSources: object[], requestedSources: object[]) => ({
      sessionResults: { connectedSources, disconnectedSources, requestedSources },
      requestedProviders: requestedSources,
    });
    expect([...messages, await closing]).toEqual([
      {
        event: "connect",
        data: { type: "hapi-connect-connect-source", status: "CONNECTED_SOURCE", ...connected([clinic], [], []) },
      },
      {
        event: "connect",
        data: {
          type: "hapi-connect-connect-source",
          status: "CONNECTED_SOURCE",
          ...connected([clinic, pharmacy], [], []),
        },
      },
      {
        event: "disconnect",
        data: {
          type: "hapi-connect-disconnect-source",
          status: "DISCONNECTED_SOURCE",
          ...connected([clinic, pharmacy], [clinic], []),
        },
      },
      {
        event: "close",
        data: {
          type: "hapi-connect-close",
          status: "SUCCESS",
          ...connected([clinic, pharmacy], [clinic], [{ physician: "Dr. Rowan" }]),
        },
      },
    ]);
  });

  it("tell of every request there ever was, and only of this session's results", async () => {
    const fake = createFakeClient();
    const first = await show(fake);
    fake.connect(clinic);
    fake.request({ physician: "Dr. Rowan" });
    fake.close();
    await first.closing;

    const second = await show(fake);
    fake.request({ physician: "Dr. Ash" });
    fake.close();

    expect((await second.closing)?.data).toMatchObject({
      sessionResults: { connectedSources: [], requestedSources: [{ physician: "Dr. Ash" }] },
      requestedProviders: [{ physician: "Dr. Rowan" }, { physician: "Dr. Ash" }],
    });
  });

  it("say that a token has expired as Connect does", async () => {
    const fake = createFakeClient();
    const { closing } = await show(fake);

    fake.expire();

    expect((await closing)?.data).toMatchObject({ type: "hapi-connect-close", status: "SESSION_TOKEN_EXPIRED" });
  });
});

describe("a mistake", () => {
  it("in the script of createFakeClient() is told at once", () => {
    expect(() => createFakeClient([] as never)).toThrow(
      new TypeError("createFakeClient() accepts a function, such as ({ close }) => close(), or nothing."),
    );
  });

  const actions = {
    connect: (fake: FakeClient) => fake.connect(clinic),
    disconnect: (fake: FakeClient) => fake.disconnect(clinic),
    request: (fake: FakeClient) => fake.request({}),
    close: (fake: FakeClient) => fake.close(),
    cancel: (fake: FakeClient) => fake.cancel(),
    expire: (fake: FakeClient) => fake.expire(),
  };

  it.each(Object.entries(actions))("like %s() without an open session says what to do", async (name, act) => {
    const fake = createFakeClient();
    const error = new Error(`${name}() needs an open session: click the button first, then await opened().`);

    expect(() => act(fake)).toThrow(error);
    const { closing } = await show(fake);
    fake.close();
    await closing;
    expect(() => act(fake)).toThrow(error);
  });

  it.each(Object.keys(actions) as (keyof typeof actions)[])(
    "like %s() of a session that is over says so",
    async (name) => {
      const fake = createFakeClient();
      const { closing } = await show(fake);
      const session = await fake.opened();
      session.close();
      await closing;

      expect(() => session[name](clinic)).toThrow(`${name}(): this session is over. Await opened() for the next one.`);
    },
  );

  it.each([
    undefined,
    null,
    "Clinic",
    {},
    { id: "c1" },
    { id: "", name: "Clinic" },
    { id: 1, name: "Clinic" },
    [clinic, {}],
  ])("like connecting or disconnecting %j names what is needed", async (source) => {
    const fake = createFakeClient();
    const { messages } = await show(fake);

    for (const name of ["connect", "disconnect"] as const)
      expect(() => fake[name](source as never)).toThrow(
        new TypeError(`${name}() needs a source such as { id: "a1", name: "Alder Clinic" }, or a list of them.`),
      );
    expect(messages).toEqual([]);
  });

  it("like a request without a provider names what is needed", async () => {
    const fake = createFakeClient();
    await show(fake);

    expect(() => fake.request("Dr. Rowan" as never)).toThrow(/^request\(\) needs a provider such as \{ physician/);
  });

  it("like a code that does not exist names those that do, whether Connect is open or not", async () => {
    const fake = createFakeClient();
    const fail = (): void => fake.fail("token-lost" as never);

    expect(fail).toThrow(/^fail\(\) does not know "token-lost"\. The codes are: token-failed, .*no-dom\.$/);
    await show(fake);
    expect(fail).toThrow(TypeError);
  });

  it("like a source that comes back after it came and went is refused, for the kit could not tell", async () => {
    const fake = createFakeClient();
    const { messages } = await show(fake);
    const refusal =
      '(): "Clinic" was connected and disconnected in this session already. Continue in the next session.';
    fake.connect(clinic);
    fake.disconnect(clinic);

    expect(() => fake.connect(clinic)).toThrow(`connect${refusal}`);
    expect(() => fake.disconnect(clinic)).toThrow(`disconnect${refusal}`);
    expect(messages).toHaveLength(2);
  });
});

describe("a fake client that fails", () => {
  it("rejects with an error of the kit where the kit asks for its surface", async () => {
    const fake = createFakeClient();
    fake.fail("client-timeout");

    await expect(fake.surface!()).rejects.toBeInstanceOf(HumanConnectError);
    await expect(fake.surface!()).resolves.toBeDefined();
  });
});
