import { findStage } from "./setup.js";
import type { ConnectSession, HumanConnectOptions } from "@human-connect/core";
import { useHumanConnect, type UseHumanConnect } from "@human-connect/react";
import { act, render, renderHook, screen, waitFor } from "@testing-library/react";
import { useState, type ReactElement } from "react";
import { describe, expect, it, vi } from "vitest";
import { alder, birch, createFakeVendor } from "../../../test/support/fake-vendor.ts";

type Result = { current: UseHumanConnect };

const untilStatus = (result: Result, status: string): Promise<void> =>
  waitFor(() => expect(result.current.status).toBe(status));

/** Opens, and drops the promise, which is for the end of the session. */
const open = ({ current }: Result, overrides?: Parameters<UseHumanConnect["open"]>[0]): void =>
  act(() => void current.open(overrides));

describe("useHumanConnect", () => {
  it("is idle with nothing connected, and has everything to change that", () => {
    const { result } = renderHook(() => useHumanConnect(createFakeVendor().options));

    expect(result.current).toEqual({
      status: "idle",
      currentConnections: [],
      open: expect.any(Function),
      close: expect.any(Function),
      prepare: expect.any(Function),
      connect: expect.objectContaining({ open: result.current.open, getState: expect.any(Function) }),
    });
  });

  it("follows a session from loading over open to closed", async () => {
    const vendor = createFakeVendor();
    const seen: string[] = [];
    const { result } = renderHook(() => {
      const human = useHumanConnect(vendor.options);
      if (human.status !== seen.at(-1)) seen.push(human.status);
      return human;
    });

    open(result);
    await vendor.connect(alder);
    await waitFor(() => expect(result.current.currentConnections).toEqual([alder]));
    await vendor.finish(alder, birch);
    await untilStatus(result, "closed");

    expect(seen).toEqual(["idle", "loading", "open", "closed"]);
    expect(result.current).toMatchObject({ reason: "finished", currentConnections: [alder, birch] });
    const { session } = result.current as { session: ConnectSession };
    expect(session.sessionResults.connectedSources).toEqual([alder]);
  });

  it("gives the error, and no session that never was", async () => {
    const { options } = createFakeVendor();
    const getToken = () => Promise.reject(new Error("500"));
    const { result } = renderHook(() => useHumanConnect({ ...options, getToken }));

    open(result);
    await untilStatus(result, "error");

    expect(result.current).toMatchObject({ error: { code: "token-failed", cause: new Error("500") } });
    expect((result.current as { session?: ConnectSession }).session).toBe(undefined);
  });

  it("resolves open() with the state when the session is over", async () => {
    const vendor = createFakeVendor();
    const { result } = renderHook(() => useHumanConnect(vendor.options));
    let over!: ReturnType<UseHumanConnect["open"]>;

    act(() => void (over = result.current.open()));
    await vendor.finish();
    await untilStatus(result, "closed");

    expect(await over).toBe(result.current.connect.getState());
  });

  it("closes a session when the host says so", async () => {
    const vendor = createFakeVendor();
    const { result } = renderHook(() => useHumanConnect(vendor.options));
    open(result);
    await untilStatus(result, "open");

    act(() => result.current.close());
    await untilStatus(result, "closed");

    expect(result.current).toMatchObject({ reason: "closed-by-host" });
    expect(findStage()).toBe(null);
  });

  it("prepares without leaving idle", async () => {
    const vendor = createFakeVendor();
    const { result } = renderHook(() => useHumanConnect(vendor.options));

    await act(() => result.current.prepare());

    expect(vendor.loads).toBe(1);
    expect(result.current.status).toBe("idle");
  });

  it("takes widget options for one session", async () => {
    const vendor = createFakeVendor();
    const { result } = renderHook(() => useHumanConnect({ ...vendor.options, segment: "adults" }));

    open(result, { segment: "children", pinnedProviders: ["Alder Clinic"] });
    await untilStatus(result, "open");
    act(() => result.current.close());
    await untilStatus(result, "closed");
    open(result);
    await untilStatus(result, "open");

    expect(vendor.opened.map(({ segment }) => segment)).toEqual(["children", "adults"]);
    expect(vendor.opened[0]).toHaveProperty("pinnedProviders");
    expect(vendor.opened[1]?.["pinnedProviders"]).toBe(undefined);
  });

  it("keeps its functions and its connection from render to render", async () => {
    const vendor = createFakeVendor();
    const { result, rerender } = renderHook(() => useHumanConnect({ ...vendor.options, onOpen: () => {} }));
    const { open: opens, close, prepare, connect } = result.current;

    rerender();
    open(result);
    await untilStatus(result, "open");

    expect(result.current).toMatchObject({ open: opens, close, prepare, connect });
    expect(result.current.open).toBe(opens);
    expect(result.current.connect).toBe(connect);
  });

  it("uses options that have changed since, and re-creates nothing", async () => {
    const first = createFakeVendor();
    const second = createFakeVendor();
    const { result, rerender } = renderHook((options: HumanConnectOptions) => useHumanConnect(options), {
      initialProps: first.options,
    });
    const { connect } = result.current;

    rerender({ ...second.options, getToken: () => "other", segment: "adults" });
    open(result);
    await untilStatus(result, "open");

    expect(result.current.connect).toBe(connect);
    expect(first.opened).toEqual([]);
    expect(second.opened).toMatchObject([{ token: "other", segment: "adults" }]);
  });

  it("calls the callbacks of the latest render", async () => {
    const vendor = createFakeVendor();
    const told: string[] = [];
    const { result, rerender } = renderHook(
      ({ tag }) =>
        useHumanConnect({
          ...vendor.options,
          onOpen: () => told.push(`${tag} open`),
          onClose: ({ reason }) => told.push(`${tag} close ${reason}`),
        }),
      { initialProps: { tag: "first" } },
    );

    open(result);
    await untilStatus(result, "open");
    rerender({ tag: "second" });
    await vendor.finish();
    await untilStatus(result, "closed");

    expect(told).toEqual(["first open", "second close finished"]);
  });

  it("can be opened by a callback of the session before", async () => {
    const vendor = createFakeVendor();
    const onClose = vi.fn<(reason: string) => void>();
    const { result } = renderHook(() => {
      const human = useHumanConnect({
        ...vendor.options,
        onClose({ reason }) {
          onClose(reason);
          if (reason === "closed-by-host") void human.open();
        },
      });
      return human;
    });
    open(result);
    await untilStatus(result, "open");

    act(() => result.current.close());
    await waitFor(() => expect(vendor.opened.length).toBe(2));
    await vendor.finish();
    await untilStatus(result, "closed");

    expect(onClose.mock.calls).toEqual([["closed-by-host"], ["finished"]]);
  });
});

describe("initialConnections", () => {
  it("are shown from the first render on", () => {
    const seen: number[] = [];
    renderHook(() => {
      const { currentConnections } = useHumanConnect({ ...createFakeVendor().options, initialConnections: [alder] });
      seen.push(currentConnections.length);
    });

    expect(new Set(seen)).toEqual(new Set([1]));
  });

  it("do not loop when they are an inline literal", async () => {
    const { options } = createFakeVendor();
    let renders = 0;
    const { result, rerender } = renderHook(() => {
      renders++;
      return useHumanConnect({ ...options, initialConnections: [{ ...alder }] });
    });
    for (let more = 0; more < 5; more++) rerender();

    await act(async () => {});

    expect(result.current.currentConnections).toEqual([alder]);
    // Twice each, by StrictMode, and once more for the first state at most.
    expect(renders).toBeLessThanOrEqual(14);
  });

  it("give way to what a session has found out", async () => {
    const vendor = createFakeVendor();
    const { result } = renderHook(() => useHumanConnect({ ...vendor.options, initialConnections: [alder] }));

    open(result);
    await vendor.finish(birch);
    await untilStatus(result, "closed");

    expect(result.current.currentConnections).toEqual([birch]);
  });

  it("survive a session that says nothing about connections", async () => {
    const { options } = createFakeVendor();
    const { result } = renderHook(() => useHumanConnect({ ...options, initialConnections: [alder] }));

    open(result);
    await untilStatus(result, "open");
    act(() => result.current.close());
    await untilStatus(result, "closed");

    expect(result.current.currentConnections).toEqual([alder]);
  });

  it("are shown when they arrive later", async () => {
    const { options } = createFakeVendor();
    const { result, rerender } = renderHook(({ known }) => useHumanConnect({ ...options, initialConnections: known }), {
      initialProps: { known: undefined as undefined | [typeof alder] },
    });

    rerender({ known: [alder] });

    await waitFor(() => expect(result.current.currentConnections).toEqual([alder]));
  });

  it("are shown when a fetch brings them", async () => {
    const { options } = createFakeVendor();
    let arrive!: (known: readonly [typeof alder]) => void;

    function Page(): ReactElement {
      const [known, setKnown] = useState<readonly [typeof alder]>();
      arrive = setKnown;
      const { currentConnections } = useHumanConnect({ ...options, initialConnections: known });
      return <p>{currentConnections.map(({ name }) => name).join()}</p>;
    }
    render(<Page />);

    act(() => arrive([alder]));

    await screen.findByText("Alder Clinic");
  });
});
