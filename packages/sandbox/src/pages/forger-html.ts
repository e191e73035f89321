/** @see createForger */
export const forgerHtml = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Forger</title>
    <script type="module" src="forger.js"></script>
  </head>
  <body></body>
</html>
`;

/** Has both 2.x and 1.x names, so that every reader of the results finds a source that the user has not connected. */
export const forgerScript = `const source = { id: "f0f0f0f0f0f0f0f0f0f0f0f0", name: "Forged Source" };
const results = { connectedSources: [source], disconnectedSources: [], requestedSources: [] };
const payload = { sessionResults: results, currentConnections: [source], requestedProviders: [], connections: [source] };
const messages = [
  { type: "hapi-connect-connect-source", status: "CONNECTED_SOURCE", ...payload },
  { type: "hapi-connect-close", status: "SUCCESS", ...payload },
];

function forge() {
  for (const target of new Set([window.parent, window.top])) {
    if (target === window) continue;
    for (const message of messages) target.postMessage(message, "*");
  }
}

addEventListener("message", (event) => {
  if (event.data === "forge") forge();
});
forge();
`;
