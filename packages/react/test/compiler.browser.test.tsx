import { act, render, screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { alder, birch, createFakeVendor } from "../../../test/support/fake-vendor.ts";
import { CompiledPage } from "./compiled-page.js";

it("shows every state of a session in a component that React's compiler has made", async () => {
  const vendor = createFakeVendor();
  // The compiler keeps what it has made in slots of its own.
  expect(String(CompiledPage)).toMatch(/\$\[0\]/);
  render(<CompiledPage options={vendor.options} />);
  const read = (): (string | null)[] => ["status", "names"].map((id) => screen.getByTestId(id).textContent);
  expect(read()).toEqual(["idle", "none"]);

  act(() => screen.getByRole("button").click());
  expect(read()).toEqual(["loading", "none"]);
  await vendor.connect(alder);
  await waitFor(() => expect(read()).toEqual(["open", "Alder Clinic"]));
  await vendor.finish(alder, birch);

  await waitFor(() => expect(read()).toEqual(["closed", "Alder Clinic, Birch Pharmacy"]));
});
