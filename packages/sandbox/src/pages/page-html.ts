/** The Connect page before its script runs. The launch token stays in the URL and is never written into the HTML. */
export const pageHtml: string = writePage("/connect/assets/", "page.js");

/** The Connect page of before 2018. */
export const legacyHtml: string = writePage("/connect/assets/", "legacy.js");

/** Simulates the page of a source where users sign in. */
export const legacyPopupHtml: string = writePage("/connect/assets/", "legacy-popup.js");

/** The Connect page as a top-level page, which returns to the callback. */
export const hostedHtml: string = writePage("/connect/assets/", "hosted.js");

/** The same as a file for any folder of a static site: its script calls the sandbox of the page that frames it. */
export const framedHtml: string = writePage("connect/assets/", "framed.js");

/** What every page of the sandbox may load: only its own files. Any site may frame it, as with Connect. */
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

function writePage(assets: string, script: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Connect your health data</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="${assets}page.css" />
    <script type="module" src="${assets}${script}"></script>
  </head>
  <body>
    <div id="root"></div>
    <noscript>Connect needs JavaScript.</noscript>
  </body>
</html>
`;
}
