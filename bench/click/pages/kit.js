// The kit's React button, as its README has it.
import { cdnClient } from "@human-connect/core";
import { ConnectButton } from "@human-connect/react";
import { createElement } from "react";
import { createRoot } from "react-dom/client";

const getToken = async () => (await (await fetch("/token", { method: "POST" })).json()).session_token;
const options = {
  getToken,
  user: "person",
  prefetchToken: location.search.includes("prefetch"),
  baseUrl: "https://connect.test/",
  client: cdnClient({ url: "https://cdn.test/humanapi-connect-client@2.4.1.js" }),
};
createRoot(document.querySelector("#root")).render(createElement(ConnectButton, { ...options, id: "open" }, "Connect"));
bench.isReady = true;
