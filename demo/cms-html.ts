import { html } from "hono/html";
import { cmsFrame, type Html } from "./cms-frame.ts";

export interface CmsPageParts {
  readonly nonce: string;
  readonly connectUrl: string;
  readonly clientUrl: string;
}

const tokenUrl = "/api/human-connect/token";

/** An article as an editor would write it who may write HTML: the kit is one script and three elements. */
export function elementsPage({ nonce, connectUrl, clientUrl }: CmsPageParts): Html {
  const connect = html`<human-connect-list for="connect"
      ><p slot="empty">What you connect is listed here.</p></human-connect-list
    >
    <human-connect-button
      id="connect"
      token-url="${tokenUrl}"
      base-url="${connectUrl}"
      client-url="${clientUrl}"
      message="hidden"
      >Connect your health data</human-connect-button
    >
    <human-connect-status for="connect"></human-connect-status>`;
  return cmsFrame({
    title: "Before your first visit",
    nonce,
    script: html`<script type="module" src="/human-connect.js" nonce="${nonce}"></script>`,
    article: visitArticle(connect),
  });
}

/** The same as any editor can write it: the settings are those of the site's script, and the kit is three links. */
export function linksPage({ nonce, connectUrl, clientUrl }: CmsPageParts): Html {
  const connect = html`<p><a href="/cms#human-connect=list">What you connect is listed here.</a></p>
    <p><a class="button" href="/cms#human-connect=button">Connect your health data</a></p>
    <p><a href="/cms#human-connect=status">Sharing takes a few minutes.</a></p>`;
  return cmsFrame({
    title: "Before your first visit, with links",
    nonce,
    script: html`<script
      type="module"
      src="/human-connect.js"
      nonce="${nonce}"
      data-token-url="${tokenUrl}"
      data-base-url="${connectUrl}"
      data-client-url="${clientUrl}"
      data-within="main"
    ></script>`,
    article: visitArticle(connect),
  });
}

/** @param connect The part in which patients share their records. */
function visitArticle(connect: Html): Html {
  return html`<article>
    <p class="kicker">For new patients</p>
    <h1>Before your first visit</h1>
    <p class="standfirst">
      Half of a first appointment goes into piecing together what happened before it. Ten quiet minutes at home give
      that time back to you.
    </p>
    <p>
      Most of what your doctor wants to know has been written down already: by the pharmacy that fills your
      prescriptions, by the laboratory that drew your blood in spring, by the clinic you went to before you moved. You
      do not need to order copies or carry a folder. You can let those places send it.
    </p>
    <section class="connect" aria-labelledby="share">
      <h2 id="share">Share your records</h2>
      <p>
        Sign in where your records are kept, and choose what we may see. We never learn your passwords, and you can stop
        sharing at any time.
      </p>
      ${connect}
    </section>
    <h2>What to bring all the same</h2>
    <ul>
      <li>Your insurance card, and a photo ID.</li>
      <li>Anything you take without a prescription. Vitamins count.</li>
      <li>The one question you would be sorry not to have asked.</li>
    </ul>
    <h2>If you would rather not</h2>
    <p>
      Then come as you are. A nurse will go through your history with you, and we will ask the other places only for
      what you tell us to.
    </p>
  </article>`;
}
