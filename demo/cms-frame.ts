import { html, raw } from "hono/html";
import { cmsStyles } from "./cms-styles.ts";

export type Html = ReturnType<typeof html>;

export interface CmsFrame {
  readonly title: string;
  readonly nonce: string;
  /** The tag of the kit's script. */
  readonly script: Html;
  /** What an editor has written. */
  readonly article: Html;
}

/** The clinic's site around an article, as its template has it. */
export function cmsFrame({ title, nonce, script, article }: CmsFrame): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>${title} · Alder Lane Clinic</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <style nonce="${nonce}">
          ${raw(cmsStyles)}
        </style>
        ${script}
      </head>
      <body>
        <header class="site">
          <p class="site-name">Alder Lane Clinic</p>
          <nav>
            <a href="/cms">With elements</a>
            <a href="/cms/links">With links</a>
            <a href="/">Back to the demo</a>
          </nav>
        </header>
        <main>${article}</main>
        <footer class="site">
          <p>Alder Lane Clinic is made up, and so is everybody in it.</p>
        </footer>
      </body>
    </html> `;
}
