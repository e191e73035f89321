import type { HumanConnectOptions } from "@human-connect/core";

export type Face = "react" | "vue" | "element";
export type ExampleName = "button" | "card" | "list";

/** Removes what was mounted. */
type Unmount = () => void;

/** Shows an example; each face is loaded when it is shown for the first time. */
export async function mount(
  face: Face,
  name: ExampleName,
  place: HTMLElement,
  options: HumanConnectOptions,
): Promise<Unmount> {
  if (face === "react") return (await import("./mount-react.tsx")).mountReact(name, place, options);
  if (face === "vue") return (await import("./mount-vue.ts")).mountVue(name, place, options);
  return (await import("./mount-element.ts")).mountElement(name, place, options);
}
