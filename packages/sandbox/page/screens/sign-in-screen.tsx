import type { JSX, TargetedSubmitEvent } from "preact";
import { useState } from "preact/hooks";
import type { Provider } from "../../src/base/connect-api.js";
import { Field } from "../parts/field.js";
import type { Page } from "../state/page.js";
import { ProviderHeading } from "../parts/provider-heading.js";
import { useFocusOnErrors } from "../hooks/use-focus-on-errors.js";

/** A small copy of the provider's own sign-in. Typed text stays in this component and is not sent. */
export function SignInScreen({ page, provider }: { page: Page; provider: Provider }): JSX.Element {
  const [userName, setUserName] = useState("");
  const [password, setPassword] = useState("");
  const [isShown, setIsShown] = useState(false);
  const [errors, setErrors] = useState<{ userName?: string; password?: string }>({});
  const form = useFocusOnErrors(errors);

  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const found = check(userName, password);
    setErrors(found);
    if (!found.userName && !found.password) page.show({ name: "consent", provider });
  };

  return (
    <form ref={form} class="column narrow" noValidate onSubmit={submit}>
      <ProviderHeading provider={provider}>Sign in to {provider.name}</ProviderHeading>
      <Field
        label="User name"
        name="user-name"
        value={userName}
        error={errors.userName}
        onValue={(value) => {
          setUserName(value);
          page.formEdited(value !== "" || password !== "");
        }}
      />
      <Field
        label="Password"
        name="password"
        isSecret={!isShown}
        value={password}
        error={errors.password}
        onValue={(value) => {
          setPassword(value);
          page.formEdited(value !== "" || userName !== "");
        }}
      >
        <button type="button" class="field-button" aria-pressed={isShown} onClick={() => setIsShown(!isShown)}>
          Show<span class="visually-hidden"> characters</span>
        </button>
      </Field>
      <p class="note small">
        Any user name and password will do, and neither leaves this page. To see a sign-in fail, use the password{" "}
        <kbd>wrong</kbd>.
      </p>
      <div class="actions">
        <button type="submit" class="button button-primary">
          Sign in
        </button>
      </div>
    </form>
  );
}

function check(userName: string, password: string): { userName?: string; password?: string } {
  if (userName.trim() === "" || password === "") {
    return {
      ...(userName.trim() === "" && { userName: "Enter your user name." }),
      ...(password === "" && { password: "Enter your password." }),
    };
  }
  return password === "wrong" ? { password: "The user name or password is not right. Try again." } : {};
}
