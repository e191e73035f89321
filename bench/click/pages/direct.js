// The same button, without the vendor's script.
import { directClient } from "@human-connect/core/direct";
import { ConnectButton } from "@human-connect/react";
import { createElement } from "react";
import { createRoot } from "react-dom/client";

const getToken = async () => (await (await fetch("/token", { method: "POST" })).json()).session_token;
const options = {
  getToken,
  user: "person",
  baseUrl: "https://connect.test/",
  client: directClient(),
};
createRoot(document.querySelector("#root")).render(createElement(ConnectButton, { ...options, id: "open" }, "Connect"));
bench.isReady = true;
