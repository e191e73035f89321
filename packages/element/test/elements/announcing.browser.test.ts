import { expect, it } from "vitest";
import { alder, createFakeVendor, failingClient, inner, part, show, showButton, untilShown } from "../page.js";

it("says what a session has changed", async () => {
  const { properties, connect, finish } = createFakeVendor();
  const host = await showButton(properties);

  inner(host).click();
  await connect(alder);
  await finish(alder);
  await untilShown(host, "closed");

  expect(part(host, "live").textContent).toBe("Alder Clinic connected. 1 source connected.");
});

it("says it in its own language, also when it has been moved", async () => {
  const { properties, connect, finish } = createFakeVendor();
  const host = await showButton(properties, `<human-connect-button locale="es"></human-connect-button>`);
  document.body.append(host);

  inner(host).click();
  await connect(alder);
  await finish(alder);
  await untilShown(host, "closed");

  expect(part(host, "live").textContent).toBe("Conectado: Alder Clinic. 1 fuente conectada.");
});

it("shows below the button what went wrong, and moves nothing that stands beside it", async () => {
  const host = await showButton({ client: failingClient, getToken: () => "token" });
  host.insertAdjacentHTML("afterend", "<button>Beside</button>");
  const beside = host.nextElementSibling!;
  const places = (): DOMRect[] => [inner(host), beside].map((element) => element.getBoundingClientRect());
  const before = places();

  inner(host).click();
  await untilShown(host, "error");

  expect(part(host, "status").checkVisibility()).toBe(true);
  expect(part(host, "status").getBoundingClientRect().top).toBeGreaterThan(before[0]!.bottom);
  expect(places()).toEqual(before);
});

it("shows it at a button that follows another one too, and says it once", async () => {
  const one = await show(`<human-connect-button id="one"></human-connect-button>`);
  Object.assign(one, { client: failingClient, getToken: () => "token" });
  const two = await show(`<human-connect-button for="one"></human-connect-button>`);

  inner(two).click();
  await untilShown(two, "error");

  expect(part(two, "status").textContent).toBe(part(one, "status").textContent);
  expect([one, two].map((host) => part(host, "status").getAttribute("role"))).toEqual(["status", null]);
});

it("hides it where the page says it in another place, and announces it all the same", async () => {
  const host = await showButton(
    { client: failingClient, getToken: () => "token" },
    `<human-connect-button message="hidden"></human-connect-button>`,
  );

  inner(host).click();
  await untilShown(host, "error");

  expect(part(host, "status")).toBe(null);
  expect(part(host, "live").textContent).toMatch(/^Connect could not be opened/);
});
