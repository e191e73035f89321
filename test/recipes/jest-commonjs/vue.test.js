import { createFakeClient } from "@human-connect/core/testing";
import { ConnectButton } from "@human-connect/vue";
import { mount } from "@vue/test-utils";

test("emits what a person has connected", async () => {
  const fake = createFakeClient();
  const button = mount(ConnectButton, { props: { client: fake, getToken: () => "token" } });

  await button.get("button").trigger("click");
  (await fake.opened()).connect({ id: "a1", name: "Alder Clinic" });
  await fake.reset();

  expect(button.emitted("connect")[0][0].source.name).toBe("Alder Clinic");
});
