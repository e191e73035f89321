// One session after the other, by the vendor's client alone, closed by the message that its page would post.
const script = document.createElement("script");
script.src = "https://cdn.test/humanapi-connect-client@2.4.1.js";
script.onload = () => (bench.isReady = true);
document.head.append(script);
let tell;
addEventListener("message", ({ data }) => data?.bench && tell?.());

bench.cycle = async () => {
  const { session_token: token } = await (await fetch("/token-now", { method: "POST" })).json();
  const loaded = new Promise((resolve) => (tell = resolve));
  HumanConnect.open({ token, baseURL: "https://connect.test/light", onClose() {} });
  const frame = document.querySelector("#human-api");
  await loaded;
  dispatchEvent(new MessageEvent("message", { data: { type: "hapi-connect-close" }, source: frame.contentWindow }));
};
