import { createFakeClient } from "@human-connect/core/testing";
import { ConnectButton, ConnectionList, provideHumanConnect } from "@human-connect/vue";
import { createApp, h, nextTick } from "vue";

const clinic = { id: "a1", name: "Alder Clinic" };

/** Your component, with the options of Connect. */
const HealthData = {
  props: ["options"],
  setup({ options }) {
    provideHumanConnect(options);
    return () => [h(ConnectionList), h(ConnectButton)];
  },
};

test("lists what a person connects while Connect is open, and tells the page at the end", async () => {
  const fake = createFakeClient();
  let close;
  const closed = new Promise((resolve) => (close = resolve));
  const root = document.body.appendChild(document.createElement("div"));
  const app = createApp(HealthData, { options: { client: fake, getToken: () => "token", onClose: close } });
  app.mount(root);

  root.querySelector("button").click();
  const session = await fake.opened();
  session.connect(clinic);
  await nextTick();
  expect(root.querySelector("li").textContent).toBe("Alder Clinic");

  session.close();
  expect((await closed).session.sessionResults.connectedSources).toEqual([clinic]);
  app.unmount();
});
