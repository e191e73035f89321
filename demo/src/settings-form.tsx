import { useId, type ReactElement } from "react";
import type { PageConfig } from "../page-html.ts";
import { languages, type Settings } from "./settings.ts";

export interface SettingsFormProps {
  settings: Settings;
  scenarios: PageConfig["scenarios"];
  onChange: (changes: Partial<Settings>) => void;
  onStartOver: () => Promise<void>;
}

/** Everything about the demo that can be changed, at once and without a button to apply it. */
export function SettingsForm({ settings, scenarios, onChange, onStartOver }: SettingsFormProps): ReactElement {
  const hintId = useId();
  const scenario = scenarios.find(({ name }) => name === settings.scenario);
  const choice = <N extends keyof Settings>(
    name: N,
    label: string,
    options: Readonly<Record<string, string>>,
    describedBy?: string,
  ): ReactElement => (
    <Choice
      label={label}
      value={settings[name]}
      options={options}
      describedBy={describedBy}
      onChange={(value) => onChange({ [name]: value })}
    />
  );
  const startOver = async (): Promise<void> => {
    await onStartOver();
    location.reload();
  };
  return (
    <>
      <div className="settings">
        <div className="choice-wide">
          {choice(
            "scenario",
            "Scenario",
            { "": "normal", ...Object.fromEntries(scenarios.map(({ name }) => [name, name])) },
            hintId,
          )}
          <p className="hint" id={hintId}>
            {scenario?.summary ?? "Everything works. Choose a scenario to see how the kit copes when it does not."}
          </p>
        </div>
        {choice("client", "Vendor code", { cdn: "CDN script", npm: "npm package", direct: "none" })}
        {choice("language", "Language", languages)}
        {choice("theme", "Theme", { system: "System", light: "Light", dark: "Dark" })}
        {choice("place", "Connect is shown", { over: "Over the page", page: "In the page" })}
        {choice("ending", "Ended by", { person: "The person", app: "The app, after 4 s" })}
        {choice("direction", "Direction", { auto: "As the language", ltr: "Left to right", rtl: "Right to left" })}
      </div>
      <button className="plain-button small" type="button" onClick={() => void startOver()}>
        Start over as a new user
      </button>
    </>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  options: Readonly<Record<string, string>>;
  /** Id of what explains the choice. */
  describedBy: string | undefined;
  onChange: (value: string) => void;
}

function Choice({ label, value, options, describedBy, onChange }: ChoiceProps): ReactElement {
  const id = useId();
  return (
    <div className="choice">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} aria-describedby={describedBy} onChange={(event) => onChange(event.target.value)}>
        {Object.entries(options).map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
