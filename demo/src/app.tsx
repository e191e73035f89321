import { useState, type ReactElement } from "react";
import type { PageConfig } from "../page-html.ts";
import { FaceTabs } from "./face-tabs.tsx";
import { faces } from "./faces.ts";
import { Mark } from "./icons.tsx";
import { useSettings } from "./use-settings.ts";

/** The frame around the demo: its name, and a tab for each face of the kit. */
export function App({ config }: { config: PageConfig }): ReactElement {
  const [settings, change] = useSettings();
  const [selected, select] = useState(faces[0]!.id);
  const { Face } = faces.find(({ id }) => id === selected)!;
  return (
    <>
      <header className="chrome" aria-label="Human Connect Kit" lang="en">
        <p className="chrome-name">
          <Mark />
          Human Connect Kit
        </p>
        <FaceTabs faces={faces} selected={selected} onSelect={select} />
      </header>
      <main aria-label="Demo">
        <div className="face" role="tabpanel" id="face" aria-labelledby={`face-${selected}`}>
          <Face config={config} settings={settings} onChange={change} />
        </div>
      </main>
    </>
  );
}
