// A thousand buttons of React: the kit's, the peers' and plain ones.
import { ConnectButton, useHumanConnect } from "@human-connect/react";
import { useMergeLink } from "@mergeapi/react-merge-link";
import { useFinchConnect } from "@tryfinch/react-connect";
import { createElement } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { usePlaidLink } from "react-plaid-link";

const getToken = async () => (await (await fetch("/token-now", { method: "POST" })).json()).session_token;
const nothing = () => {};
const button = (label, onClick) => createElement("button", { type: "button", onClick }, label);
const plaid = { token: "link-sandbox-token", onSuccess: nothing };
const merge = { linkToken: "token", onSuccess: nothing };
const finch = { sessionId: "session", onSuccess: nothing, onError: nothing, onClose: nothing };

const buttons = {
  plain: ({ label }) => button(label, nothing),
  kit: ({ label }) => createElement(ConnectButton, { getToken }, label),
  hook: function Hook({ label }) {
    return button(label, useHumanConnect({ getToken }).open);
  },
  plaid: function Plaid({ label }) {
    return button(label, usePlaidLink(plaid).open);
  },
  merge: function Merge({ label }) {
    return button(label, useMergeLink(merge).open);
  },
  finch: function Finch({ label }) {
    return button(label, useFinchConnect(finch).open);
  },
};

function List({ Button, count, label }) {
  return Array.from({ length: count }, (_, key) => createElement(Button, { key, label }));
}

const createWay = (Button) => ({
  mount(place, count) {
    const root = createRoot(place);
    const render = (label) => flushSync(() => root.render(createElement(List, { Button, count, label })));
    render("Connect");
    return { render, unmount: () => flushSync(() => root.unmount()) };
  },
  update: ({ render }) => render("Connect your data"),
  unmount: ({ unmount }) => unmount(),
});

bench.ways = Object.fromEntries(Object.entries(buttons).map(([name, Button]) => [name, createWay(Button)]));
bench.isReady = true;
