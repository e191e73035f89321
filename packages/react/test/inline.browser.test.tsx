import { closeStage, findStage } from "./setup.js";
import { ConnectButton } from "@human-connect/react";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { alder, createFakeVendor } from "../../../test/support/fake-vendor.ts";

const button = (): HTMLElement => document.querySelector<HTMLElement>(".human-connect-button")!;
const box = (): HTMLElement => document.querySelector<HTMLElement>(".human-connect-inline")!;
const untilShown = (status: string): Promise<void> => waitFor(() => expect(button().dataset["status"]).toBe(status));

describe("an inline ConnectButton", () => {
  it("is the same button in a box, and no way to a dialog", () => {
    render(<ConnectButton {...createFakeVendor().options} inline className="mine" />);

    expect(button().parentElement).toBe(box());
    expect(button().className).toBe("human-connect-button mine");
    expect(button().hasAttribute("aria-haspopup")).toBe(false);
    expect(box().dataset["status"]).toBe("idle");
    expect(screen.getByRole("status").textContent).toBe("");
  });

  it("shows Connect in the box, and is itself again afterwards", async () => {
    const vendor = createFakeVendor();
    const onClose = vi.fn();
    render(<ConnectButton {...vendor.options} inline onClose={onClose} />);

    await userEvent.click(button());
    await untilShown("open");
    expect(box().contains(findStage())).toBe(true);
    expect(document.querySelector(":modal")).toBe(null);
    await vendor.finish(alder);
    await untilShown("closed");

    expect(onClose).toHaveBeenCalledTimes(1);
    expect(document.querySelector(".human-connect-frame")?.childElementCount).toBe(0);
    expect(document.activeElement).toBe(button());
    expect(button().dataset["connected"]).toBe("");
  });

  it("says for all to see what went wrong", async () => {
    const { options } = createFakeVendor();
    render(<ConnectButton {...options} inline getToken={() => Promise.reject(new Error("down"))} />);

    await userEvent.click(button());
    await untilShown("error");

    const status = screen.getByRole("status");
    expect(status.textContent).toBe("Connect could not be opened. Try again.");
    expect(status.className).toBe("human-connect-status");
    expect(status.checkVisibility()).toBe(true);
  });

  it("ends the session when it is unmounted, as the host's wish", async () => {
    const vendor = createFakeVendor();
    const onClose = vi.fn();
    const { unmount } = render(<ConnectButton {...vendor.options} inline onClose={onClose} />);
    await userEvent.click(button());
    await untilShown("open");

    unmount();

    await waitFor(() => expect(onClose).toHaveBeenCalledWith(expect.objectContaining({ reason: "closed-by-host" })));
    expect(findStage()).toBe(null);
  });

  it("goes back to opening over the page when it is no longer inline", async () => {
    const { options } = createFakeVendor();
    const { rerender } = render(<ConnectButton {...options} inline />);

    rerender(<ConnectButton {...options} />);
    await userEvent.click(button());
    await untilShown("open");

    expect(document.querySelector(".human-connect-inline")).toBe(null);
    expect(findStage()?.parentElement).toBe(document.documentElement);
    closeStage();
    await untilShown("closed");
  });
});
