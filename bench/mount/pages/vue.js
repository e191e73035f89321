// A thousand buttons of Vue: the kit's and plain ones.
import { ConnectButton, useHumanConnect } from "@human-connect/vue";
import { createApp, defineComponent, h, nextTick, shallowRef } from "vue";

const getToken = async () => (await (await fetch("/token-now", { method: "POST" })).json()).session_token;
const nothing = () => {};

const Plain = defineComponent({
  props: ["label"],
  setup: (props) => () => h("button", { type: "button", onClick: nothing }, props.label),
});

const Hook = defineComponent({
  props: ["label"],
  setup(props) {
    const { open } = useHumanConnect({ getToken });
    return () => h("button", { type: "button", onClick: () => open() }, props.label);
  },
});

const renders = {
  plain: (key, label) => h(Plain, { key, label }),
  kit: (key, label) => h(ConnectButton, { key, getToken }, { default: () => label }),
  hook: (key, label) => h(Hook, { key, label }),
};

const createWay = (render) => ({
  mount(place, count) {
    const label = shallowRef("Connect");
    const app = createApp({
      render: () => Array.from({ length: count }, (_, key) => render(key, label.value)),
    });
    app.mount(place);
    return { app, label };
  },
  update({ label }) {
    label.value = "Connect your data";
    return nextTick();
  },
  unmount: ({ app }) => app.unmount(),
});

bench.ways = Object.fromEntries(Object.entries(renders).map(([name, render]) => [name, createWay(render)]));
bench.isReady = true;
