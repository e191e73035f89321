import type { HumanConnect, HumanConnectOptions } from "@human-connect/core";
import { lazy, type ComponentType } from "react";
import { ReactFace } from "./react-face.tsx";
import type { Settings } from "./settings.ts";

export interface FaceProps {
  /** The same for every face. */
  options: HumanConnectOptions;
  language: Settings["language"];
  /** Shows Connect in the page instead of over it. */
  inline: boolean;
  /** Gets the connection of the face, for the developer panel. */
  onReady: (connect: HumanConnect) => void;
}

/** One way of using the kit, with its tab. */
export interface FaceTab {
  readonly id: Settings["face"];
  readonly name: string;
  readonly Face: ComponentType<FaceProps>;
}

// Only the first face is in the page's own bundle: nobody should wait for a framework that is not shown.
export const faces: readonly FaceTab[] = [
  { id: "react", name: "React", Face: ReactFace },
  { id: "vue", name: "Vue", Face: lazy(async () => ({ default: (await import("./vue-face.tsx")).VueFace })) },
  {
    id: "element",
    name: "Web component",
    Face: lazy(async () => ({ default: (await import("./element-face.tsx")).ElementFace })),
  },
];
