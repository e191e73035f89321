import { createFakeClient } from "@human-connect/core/testing";
import { ConnectButton } from "@human-connect/react";
import { act, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";

test("tells the page what a person has connected", async () => {
  const fake = createFakeClient();
  const onClose = jest.fn();
  render(<ConnectButton client={fake} getToken={() => "token"} onClose={onClose} />);

  await userEvent.click(screen.getByRole("button"));
  const session = await act(() => fake.opened());
  await act(async () => {
    session.connect({ id: "a1", name: "Alder Clinic" });
    session.close();
  });

  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(onClose.mock.lastCall[0].session.currentConnections).toEqual([{ id: "a1", name: "Alder Clinic" }]);
});
