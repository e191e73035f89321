import type { FunctionComponent } from "react";
import type { PageConfig } from "../page-html.ts";
import { ReactFace } from "./react-face.tsx";
import type { Settings } from "./settings.ts";

export interface FaceProps {
  config: PageConfig;
  settings: Settings;
  onChange: (changes: Partial<Settings>) => void;
}

/** One way of using the kit, with its tab. */
export interface FaceTab {
  readonly id: string;
  readonly name: string;
  readonly Face: FunctionComponent<FaceProps>;
}

export const faces: readonly FaceTab[] = [{ id: "react", name: "React", Face: ReactFace }];
