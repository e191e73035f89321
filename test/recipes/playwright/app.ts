import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import type { Sandbox } from "@human-connect/sandbox";
import { createHumanApi, createTokenHandler } from "@human-connect/server";
import { toNodeHandler } from "@human-connect/server/node";

const script = fileURLToPath(import.meta.resolve("@human-connect/element/human-connect.js"));

/** Stands for your application: a page with the card, and the token endpoint. It knows the sandbox by its URLs alone. */
export async function startApp(sandbox: Sandbox, user: string): Promise<{ url: string; close: () => void }> {
  const { authUrl, clientId, clientSecret, cdnUrl, connectUrl } = sandbox;
  const humanApi = createHumanApi({ authUrl, clientId, clientSecret });
  const handleToken = toNodeHandler(createTokenHandler({ humanApi, identify: () => user }));
  const page = `<!doctype html>
    <html lang="en">
      <title>Your records</title>
      <script type="module" src="/human-connect.js"></script>
      <human-connect-card
        token-url="/api/human-connect/token"
        base-url="${connectUrl}"
        client-url="${cdnUrl}/humanapi-connect-client@latest.js"
      ></human-connect-card>
    </html>`;

  const server = createServer(async (request, response) => {
    if (request.url?.startsWith("/api/human-connect/token")) return handleToken(request, response);
    const isScript = request.url === "/human-connect.js";
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html");
    response.end(isScript ? await readFile(script) : page);
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
