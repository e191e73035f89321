import type { JSX } from "preact";
import { Icon } from "../parts/icon.js";
import type { Page } from "../state/page.js";
import type { ProgressStep, Screen } from "../state/state.js";
import { countOf } from "../parts/words.js";

const order: readonly ProgressStep[] = ["contact", "confirm", "report"];

/** Shows what the page is waiting for, and what the user can do if it failed. */
export function ProgressScreen(props: {
  page: Page;
  screen: Extract<Screen, { name: "progress" }>;
  application: string;
}): JSX.Element {
  const { page, screen, application } = props;
  const { providers, step, error } = screen;
  const target = providers.length === 1 ? (providers[0]?.name ?? "") : countOf(providers.length, "provider");
  const words: Record<ProgressStep, string> = {
    contact: `Asking the provider${providers.length === 1 ? "" : "s"}`,
    confirm: "Checking the connection",
    report: `Letting ${application} know`,
  };
  return (
    <div class="column narrow centred">
      {!error && <span class="spinner" />}
      <h1 tabIndex={-1}>{error ? "Not connected" : `Connecting to ${target}`}</h1>
      <p role="status" class="visually-hidden">
        {error ? "" : words[step]}
      </p>
      {error ? <Retry page={page} screen={screen} message={error} /> : <Steps current={step} words={words} />}
    </div>
  );
}

function Steps({ current, words }: { current: ProgressStep; words: Record<ProgressStep, string> }): JSX.Element {
  const position = order.indexOf(current);
  return (
    <ol class="steps">
      {order.map((step, index) => (
        <li key={step} class={index < position ? "step step-done" : index === position ? "step step-now" : "step"}>
          <span class="step-mark">{index < position && <Icon name="check" />}</span>
          {words[step]}
        </li>
      ))}
    </ol>
  );
}

function Retry(props: { page: Page; screen: Extract<Screen, { name: "progress" }>; message: string }): JSX.Element {
  const { page, screen, message } = props;
  return (
    <>
      <p class="lead" role="alert">
        {message} You can try again, or go back and choose another.
      </p>
      <div class="actions">
        <button type="button" class="button button-primary" onClick={() => void page.connect(screen.providers)}>
          Try again
        </button>
        <button type="button" class="button" onClick={() => page.show({ name: "search" })}>
          Back to the providers
        </button>
      </div>
    </>
  );
}
