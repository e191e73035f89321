import type { HumanConnectCard, HumanConnectList } from "@human-connect/element";
import { expect, it, vi } from "vitest";
import { alder, createFakeVendor, drawn, findStage, inner, show, untilShown } from "../page.js";

/** A card whose page names the first person, and a list that follows it; both show what they have connected. */
async function showConnected(): Promise<{ card: HumanConnectCard; list: HumanConnectList }> {
  const card = await show<HumanConnectCard>(`<human-connect-card id="theirs" user="first"></human-connect-card>`);
  const list = await show<HumanConnectList>(`<human-connect-list for="theirs"></human-connect-list>`);
  const vendor = createFakeVendor();
  Object.assign(card, vendor.properties);
  inner(card).click();
  await untilShown(card, "open");
  await vendor.connect(alder);
  await vi.waitFor(() => expect(namesOf(list)).toEqual([alder.name]));
  return { card, list };
}

const namesOf = (host: HTMLElement): (string | null)[] =>
  [...host.shadowRoot!.querySelectorAll("li")].map((item) => item.textContent);

it("shows nothing of before as soon as the attribute user is another one", async () => {
  const { card, list } = await showConnected();

  card.setAttribute("user", "second");
  await drawn();

  expect([findStage(), namesOf(card), namesOf(list)]).toEqual([null, [], []]);
});
