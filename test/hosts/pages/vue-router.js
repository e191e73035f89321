import { cdnClient } from "@human-connect/core";
import { ConnectButton, useHumanConnect } from "@human-connect/vue";
import { createApp, h } from "vue";
import { createRouter, createWebHistory, RouterLink, RouterView } from "vue-router";

// The server of the page puts the sandbox's address in the place of this one.
const baseUrl = "http://localhost:1";

const title = (path) => ({ render: () => h("h1", path) });
const Two = {
  setup() {
    const { connect } = useHumanConnect({
      tokenUrl: "/token",
      baseUrl,
      client: cdnClient({ url: `${baseUrl}/humanapi-connect-client@2.4.1.js` }),
      warmFrame: false,
      closeOnBack: true,
      onClose: ({ reason }) => host.heard.push(reason),
    });
    const refresh = () => router.replace({ path: "/two", force: true });
    Object.assign(window.host, { connect, go: router.push, refresh });
    return () => [h(title("/two")), h("input", { id: "note" }), h(ConnectButton, { connect })];
  },
};

const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: "/one", component: title("/one") },
    { path: "/two", component: Two },
    { path: "/three", component: title("/three") },
  ],
});
router.beforeEach(() => void host.asked++);
router.afterEach(() => void host.loaded++);
createApp({ render: () => [h(RouterLink, { id: "to-two", to: "/two" }, () => "Two"), h(RouterView)] })
  .use(router)
  .mount("#app");
