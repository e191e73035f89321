import type { ComponentChildren, JSX } from "preact";
import type { Provider } from "../../src/base/connect-api.js";
import { Monogram } from "./monogram.js";

/** The heading of every screen about one provider. */
export function ProviderHeading({
  provider,
  children,
}: {
  provider: Provider;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <div class="provider-heading">
      <Monogram name={provider.name} hue={provider.hue} isLarge />
      <h1 tabIndex={-1}>{children}</h1>
    </div>
  );
}
