// One session after the other, by the kit.
import { cdnClient, createHumanConnect } from "@human-connect/core";

const client = cdnClient({ url: "https://cdn.test/humanapi-connect-client@2.4.1.js" });
const getToken = async () => (await (await fetch("/token-now", { method: "POST" })).json()).session_token;
let tell;
addEventListener("message", ({ data }) => data?.bench && tell?.());

bench.cycle = async () => {
  const connect = createHumanConnect({ baseUrl: "https://connect.test/light", client, getToken, warmFrame: false });
  const leave = connect.subscribe(() => {});
  const loaded = new Promise((resolve) => (tell = resolve));
  const over = connect.open();
  await loaded;
  connect.close();
  const { status } = await over;
  if (status !== "closed") throw new Error(`The session ended as ${status}`);
  leave();
};
bench.isReady = true;
