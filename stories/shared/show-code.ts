import type { StoryArgs } from "./story-args.ts";

type Style = "react" | "vue" | "element";

interface Written {
  /** Attributes that are not as they are by default, each after a space. */
  readonly props: string;
  readonly label: string;
}

/** What the reader of a documentation page copies: the component as it is used, without what makes it a story. */
export function showCode(
  style: Style,
  draw: (written: Written) => string,
): { transform: (code: string, context: { args: StoryArgs }) => string } {
  return {
    transform: (_code, { args }) =>
      draw({ props: writeProps(style, args), label: args.label || "Connect your health data" }),
  };
}

function writeProps(style: Style, args: StoryArgs): string {
  const flags = (["disabled", "inline", "detailed", "live"] as const).filter((name) => args[name]);
  const values = (["headingLevel", "prepareOn"] as const).flatMap((name) => {
    const value = args[name];
    if (value === undefined || value === 2 || value === "intent") return [];
    if (style !== "react") return [`${name.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`)}="${value}"`];
    return [typeof value === "number" ? `${name}={${value}}` : `${name}="${value}"`];
  });
  return [...flags, ...values].map((text) => ` ${text}`).join("");
}
