import { createHumanApi, createTokenHandler } from "@human-connect/server";

/** The token endpoint of a project whose other tests need a page. No request leaves it: nobody is signed in. */
export async function check() {
  const humanApi = createHumanApi({ clientId: "client", clientSecret: "secret" });
  const handle = createTokenHandler({ humanApi, identify: () => null });
  const request = new Request("https://app.example/token", {
    method: "POST",
    headers: { origin: "https://app.example", "sec-fetch-site": "same-origin" },
  });
  const { status } = await handle(request);
  if (status !== 401) throw new Error(`the endpoint answers ${status} where nobody is signed in`);
}
