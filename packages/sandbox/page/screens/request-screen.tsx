import type { JSX, TargetedSubmitEvent } from "preact";
import { useState } from "preact/hooks";
import { Field } from "../parts/field.js";
import { Icon } from "../parts/icon.js";
import type { Page } from "../state/page.js";
import { readRequest, type RequestErrors, type RequestFields } from "./request-form.js";
import { useFocusOnErrors } from "../hooks/use-focus-on-errors.js";

/** Requests a provider that is not offered yet. */
export function RequestScreen({ page, physician }: { page: Page; physician: string }): JSX.Element {
  const [fields, setFields] = useState<RequestFields>({ physician, healthSystem: "", address: "", website: "" });
  const [errors, setErrors] = useState<RequestErrors>({});
  const [failure, setFailure] = useState<string | null>(null);
  const form = useFocusOnErrors(errors);
  const [isSending, setIsSending] = useState(false);

  const edit = (name: keyof RequestFields) => (value: string) => {
    const next = { ...fields, [name]: value };
    setFields(next);
    page.formEdited(Object.values(next).some((text) => text.trim() !== ""));
  };
  const submit = async (event: TargetedSubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const read = readRequest(fields);
    setErrors(read.errors ?? {});
    if (read.errors || isSending) return;
    setIsSending(true);
    setFailure(await page.request(read.provider));
    setIsSending(false);
  };
  const bind = (name: keyof RequestFields) => ({
    name,
    value: fields[name],
    error: errors[name],
    onValue: edit(name),
  });

  return (
    <form ref={form} class="column narrow" noValidate onSubmit={(event) => void submit(event)}>
      <h1 tabIndex={-1}>Request a provider</h1>
      <p class="lead">Tell us who you would like to connect. We use this to find them, and for nothing else.</p>
      <div class="pair">
        <Field label="Physician or practice" {...bind("physician")} />
        <Field label="Health system" isOptional {...bind("healthSystem")} />
      </div>
      <Field label="Address" {...bind("address")} />
      <Field label="Website" isOptional inputMode="url" {...bind("website")} />
      {failure && (
        <p class="field-error" role="alert">
          <Icon name="alert" />
          {failure}
        </p>
      )}
      <div class="actions">
        <button type="submit" class="button button-primary" aria-disabled={isSending}>
          Send request
        </button>
        <button type="button" class="button" onClick={() => page.show({ name: "search" })}>
          Cancel
        </button>
      </div>
    </form>
  );
}
