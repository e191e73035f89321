import type { JSX } from "preact";
import { useId } from "preact/hooks";
import type { Provider } from "../../src/base/connect-api.js";
import { Icon } from "./icon.js";
import { Monogram } from "./monogram.js";

/** How the user picks a provider: at once, or by ticking several. */
export type Picking =
  | { mode: "one"; onPick: (provider: Provider) => void }
  | { mode: "many"; chosen: readonly Provider[]; onToggle: (provider: Provider) => void };

/** One group of providers under its own heading. */
export function ProviderList(props: {
  title: string;
  providers: readonly Provider[];
  connectedIds: ReadonlySet<string>;
  picking: Picking;
}): JSX.Element {
  const { title, providers, connectedIds, picking } = props;
  const id = useId();
  return (
    <section class="group" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul class="provider-list">
        {providers.map((provider) => (
          <li key={provider.id}>
            <ProviderRow provider={provider} isConnected={connectedIds.has(provider.id)} picking={picking} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ProviderRow(props: { provider: Provider; isConnected: boolean; picking: Picking }): JSX.Element {
  const { provider, isConnected, picking } = props;
  const placeId = useId();
  return (
    <div class={isConnected ? "provider-row" : "provider-row provider-pick"}>
      <Monogram name={provider.name} hue={provider.hue} />
      <div class="provider-text">
        {isConnected ? (
          <ProviderName name={provider.name} />
        ) : (
          <PickControl provider={provider} picking={picking} placeId={placeId} />
        )}
        <span id={placeId} class="quiet small">
          {provider.place}
        </span>
      </div>
      {isConnected && <ConnectedTag />}
      {!isConnected && picking.mode === "one" && <Icon name="chevron" flips />}
    </div>
  );
}

/** Its target covers the whole row; its name is only the provider's. */
function PickControl(props: { provider: Provider; picking: Picking; placeId: string }): JSX.Element {
  const { provider, picking, placeId } = props;
  const id = useId();
  if (picking.mode === "one") {
    return (
      <button
        type="button"
        class="provider-button"
        aria-label={`Connect ${provider.name}`}
        aria-describedby={placeId}
        onClick={() => picking.onPick(provider)}
      >
        <ProviderName name={provider.name} />
      </button>
    );
  }
  return (
    <>
      <label class="provider-label" for={id}>
        <ProviderName name={provider.name} />
      </label>
      <input
        id={id}
        type="checkbox"
        class="checkbox"
        aria-describedby={placeId}
        checked={picking.chosen.some((chosen) => chosen.id === provider.id)}
        onChange={() => picking.onToggle(provider)}
      />
    </>
  );
}

function ProviderName({ name }: { name: string }): JSX.Element {
  return <bdi class="provider-name">{name}</bdi>;
}

function ConnectedTag(): JSX.Element {
  return (
    <span class="tag">
      <Icon name="check" />
      Connected
    </span>
  );
}
