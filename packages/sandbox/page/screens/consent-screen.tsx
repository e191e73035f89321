import type { JSX } from "preact";
import type { Provider } from "../../src/base/connect-api.js";
import { Icon } from "../parts/icon.js";
import type { Page } from "../state/page.js";
import { ProviderHeading } from "../parts/provider-heading.js";
import { kindWords } from "../parts/words.js";

/** Shows what will be shared, with whom and for how long, before it is. */
export function ConsentScreen(props: { page: Page; provider: Provider; application: string }): JSX.Element {
  const { page, provider, application } = props;
  return (
    <div class="column narrow">
      <ProviderHeading provider={provider}>Share your records with {application}?</ProviderHeading>
      <dl class="terms">
        <div>
          <Icon name="shield" />
          <dt>
            What <bdi>{provider.name}</bdi> shares
          </dt>
          <dd>{kindWords[provider.kind].shares}</dd>
        </div>
        <div>
          <Icon name="person" />
          <dt>With whom</dt>
          <dd>{application}, and nobody else through this connection</dd>
        </div>
        <div>
          <Icon name="clock" />
          <dt>How long</dt>
          <dd>Until you disconnect, which you can do here at any time</dd>
        </div>
      </dl>
      <div class="actions">
        <button type="button" class="button button-primary" onClick={() => void page.connect([provider])}>
          Agree and connect
        </button>
        <button type="button" class="button" onClick={() => page.show({ name: "search" })}>
          Not now
        </button>
      </div>
    </div>
  );
}
