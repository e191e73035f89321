import { html, raw } from "hono/html";
import { cmsStyles } from "./cms-styles.ts";

export interface CmsPageParts {
  readonly nonce: string;
  readonly connectUrl: string;
  readonly clientUrl: string;
}

/** An article as an editor would write it: the kit is one script and three elements. */
export function cmsHtml({ nonce, connectUrl, clientUrl }: CmsPageParts): ReturnType<typeof html> {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>Before your first visit · Alder Lane Clinic</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <style nonce="${nonce}">
          ${raw(cmsStyles)}
        </style>
        <script type="module" src="/human-connect.js" nonce="${nonce}"></script>
      </head>
      <body>
        <header class="site">
          <p class="site-name">Alder Lane Clinic</p>
          <a href="/">Back to the demo</a>
        </header>
        <main>
          <article>
            <p class="kicker">For new patients</p>
            <h1>Before your first visit</h1>
            <p class="standfirst">
              Half of a first appointment goes into piecing together what happened before it. Ten quiet minutes at home
              give that time back to you.
            </p>
            <p>
              Most of what your doctor wants to know has been written down already: by the pharmacy that fills your
              prescriptions, by the laboratory that drew your blood in spring, by the clinic you went to before you
              moved. You do not need to order copies or carry a folder. You can let those places send it.
            </p>
            <section class="connect" aria-labelledby="share">
              <h2 id="share">Share your records</h2>
              <p>
                Sign in where your records are kept, and choose what we may see. We never learn your passwords, and you
                can stop sharing at any time.
              </p>
              <human-connect-list for="connect"
                ><p slot="empty">What you connect is listed here.</p></human-connect-list
              >
              <human-connect-button
                id="connect"
                token-url="/api/human-connect/token"
                base-url="${connectUrl}"
                client-url="${clientUrl}"
                message="hidden"
                >Connect your health data</human-connect-button
              >
              <human-connect-status for="connect"></human-connect-status>
            </section>
            <h2>What to bring all the same</h2>
            <ul>
              <li>Your insurance card, and a photo ID.</li>
              <li>Anything you take without a prescription. Vitamins count.</li>
              <li>The one question you would be sorry not to have asked.</li>
            </ul>
            <h2>If you would rather not</h2>
            <p>
              Then come as you are. A nurse will go through your history with you, and we will ask the other places only
              for what you tell us to.
            </p>
          </article>
        </main>
        <footer class="site">
          <p>Alder Lane Clinic is made up, and so is everybody in it.</p>
        </footer>
      </body>
    </html> `;
}
