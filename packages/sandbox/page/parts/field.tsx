import type { ComponentChildren, JSX } from "preact";
import { useId } from "preact/hooks";
import { Icon } from "./icon.js";

/** A text field with a label, and a hint and an error that are associated with it. */
export interface FieldProps {
  label: string;
  name: string;
  value: string;
  onValue: (value: string) => void;
  error?: string | undefined;
  hint?: string;
  isSecret?: boolean;
  isOptional?: boolean;
  inputMode?: "text" | "url";
  /** A control at the end of the field. */
  children?: ComponentChildren;
}

export function Field(props: FieldProps): JSX.Element {
  const { label, name, value, onValue, error, hint, isSecret, isOptional, inputMode, children } = props;
  const id = useId();
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return (
    <div class="field">
      <div class="field-top">
        <label for={id}>{label}</label>
        {isOptional && <span class="quiet small">Optional</span>}
      </div>
      <div class="field-box">
        <input
          {...(isSecret ? { type: "password" as const } : { type: "text" as const })}
          inputMode={inputMode}
          id={id}
          name={name}
          class="input"
          value={value}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          aria-invalid={error ? "true" : undefined}
          aria-required={isOptional ? undefined : "true"}
          aria-describedby={described || undefined}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
        {children}
      </div>
      {error && (
        <p id={`${id}-error`} class="field-error small">
          <Icon name="alert" />
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} class="quiet small">
          {hint}
        </p>
      )}
    </div>
  );
}
