import type { JSX } from "preact";
import type { PageSession } from "../../src/base/connect-api.js";
import { Icon } from "../parts/icon.js";
import type { Page } from "../state/page.js";
import { countOf, listOf } from "../parts/words.js";

/** Confirms the connection, and lets the user connect another source or finish. */
export function SuccessScreen(props: {
  page: Page;
  names: readonly string[];
  session: PageSession | null;
}): JSX.Element {
  const { page, names, session } = props;
  const isSelect = session?.mode === "select";
  const application = session?.application ?? "";
  return (
    <div class="column narrow centred">
      <span class="badge badge-success badge-drawn">
        <Icon name="check" />
      </span>
      <h1 tabIndex={-1}>{isSelect ? `${countOf(names.length, "provider")} chosen` : "Connected"}</h1>
      <p class="lead">
        {isSelect
          ? `${application} knows that your records are with ${listOf(names)}.`
          : `${listOf(names)} now shares your records with ${application}. You can disconnect at any time.`}
      </p>
      <div class="actions">
        <button type="button" class="button button-primary" onClick={page.close}>
          Done
        </button>
        <button type="button" class="button" onClick={() => page.show({ name: "search" })}>
          {isSelect ? "Choose more" : "Connect another"}
        </button>
      </div>
    </div>
  );
}
