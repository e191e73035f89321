import { afterEach, describe, expect, it } from "vitest";
import { createHumanConnect } from "../../src/human-connect.js";
import { readStateOptions } from "../../src/model/state-options.js";

const clinic = { id: "c1", name: "Clinic" };

afterEach(() => {
  Reflect.deleteProperty(Object.prototype, "user");
});

describe("readStateOptions", () => {
  it("reads what a component is given, then what is above it", () => {
    const base = { user: "ada", initialConnections: [clinic] };

    expect(readStateOptions({}, base)).toEqual(base);
    expect(readStateOptions({ user: "bea" }, base)).toEqual({ user: "bea", initialConnections: [clinic] });
    expect(readStateOptions({ user: undefined }, base).user).toBe("ada");
    expect(readStateOptions({ user: "ada" })).toEqual({ user: "ada", initialConnections: undefined });
  });

  it("takes null for given: nobody is signed in there, whoever is above", () => {
    expect(readStateOptions({ user: null as never }, { user: "ada" }).user).toBeNull();
  });

  it("ignores what another script has added to Object.prototype", () => {
    Object.assign(Object.prototype, { user: "mallory" });

    expect(readStateOptions({}, {}).user).toBeUndefined();
  });
});

describe("a getter that is expensive", () => {
  it("is not called for a state, which the second function is enough for", () => {
    let reads = 0;
    let user = "ada";
    const connect = createHumanConnect(
      () => ((reads += 1), { tokenUrl: "/token", user, initialConnections: [clinic] }),
      () => ({ user, initialConnections: user === "ada" ? [clinic] : undefined }),
    );

    expect(connect.getState().currentConnections).toEqual([clinic]);
    user = "bea";
    expect(connect.getState()).toEqual({ status: "idle", currentConnections: [] });
    expect(reads).toBe(0);
  });
});
