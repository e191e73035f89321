import { DocsContainer, type DocsContainerProps } from "@storybook/addon-docs/blocks";
import { useSyncExternalStore, type PropsWithChildren, type ReactElement } from "react";
import { themes } from "storybook/theming";

/** The documentation page in the theme of the stories on it. */
export function DocsTheme({ children, ...props }: PropsWithChildren<DocsContainerProps>): ReactElement {
  const theme = useSyncExternalStore(watchTheme, readTheme);
  return (
    <DocsContainer {...props} theme={themes[theme]}>
      {children}
    </DocsContainer>
  );
}

const readTheme = (): "light" | "dark" => (document.documentElement.dataset["theme"] === "dark" ? "dark" : "light");

function watchTheme(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => observer.disconnect();
}
