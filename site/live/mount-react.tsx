import "@human-connect/core/styles.css";
import type { HumanConnectOptions } from "@human-connect/core";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import type { ExampleName } from "./mount.ts";
import { Example as Button } from "./react/button.tsx";
import { Example as Card } from "./react/card.tsx";
import { Example as List } from "./react/list.tsx";

const examples = { button: Button, card: Card, list: List };

export function mountReact(name: ExampleName, place: HTMLElement, options: HumanConnectOptions): () => void {
  const Example = examples[name];
  const root = createRoot(place);
  root.render(
    <StrictMode>
      <Example options={options} />
    </StrictMode>,
  );
  return () => root.unmount();
}
