// The floor for a page that has prepared everything but a connection: script and token have been there since it was loaded.
import { createElement } from "react";
import { createRoot } from "react-dom/client";

const script = document.createElement("script");
script.src = "https://cdn.test/humanapi-connect-client@2.4.1.js";
const loaded = new Promise((resolve) => (script.onload = resolve));
document.head.append(script);
const response = await fetch("/token", { method: "POST" });
const token = (await response.json()).session_token;
await loaded;

const open = () => HumanConnect.open({ token, baseURL: "https://connect.test/", onClose() {} });
createRoot(document.querySelector("#root")).render(createElement("button", { id: "open", onClick: open }, "Connect"));
bench.isReady = true;
