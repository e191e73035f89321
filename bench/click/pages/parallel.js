// The floor for a page that has prepared nothing: script and token in parallel, on the click.
import { createElement } from "react";
import { createRoot } from "react-dom/client";

function loadScript(src) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = src;
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  });
}

async function fetchToken() {
  const response = await fetch("/token", { method: "POST" });
  return (await response.json()).session_token;
}

async function open() {
  const loaded = loadScript("https://cdn.test/humanapi-connect-client@2.4.1.js");
  const token = await fetchToken();
  await loaded;
  HumanConnect.open({ token, baseURL: "https://connect.test/", onClose() {} });
}

createRoot(document.querySelector("#root")).render(createElement("button", { id: "open", onClick: open }, "Connect"));
bench.isReady = true;
