/** The Connect page before its script runs. The launch token stays in the URL and is never written into the HTML. */
export const pageHtml = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Connect your health data</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/connect/assets/page.css" />
    <script type="module" src="/connect/assets/page.js"></script>
  </head>
  <body>
    <div id="root"></div>
    <noscript>Connect needs JavaScript.</noscript>
  </body>
</html>
`;

/** What every page of the sandbox may load: its own files and nothing else. Anybody may frame it, as Connect may be. */
export const pageSecurityPolicy: string = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors *",
].join("; ");
