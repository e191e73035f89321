import { useEffect, useState } from "react";
import { readDirection, readSettings, writeSettings, type Settings } from "./settings.ts";

/** The settings, and a way to change some of them. */
export function useSettings(): [Settings, (changes: Partial<Settings>) => void] {
  const [settings, set] = useState(() => readSettings(new URLSearchParams(location.search)));
  useEffect(() => showOnPage(settings), [settings]);
  return [
    settings,
    (changes) => {
      const next = { ...settings, ...changes };
      // Another scenario is another person, and who is signed in is up to the server.
      if (next.scenario !== settings.scenario) return location.assign(writeSettings(next));
      history.replaceState(null, "", writeSettings(next));
      set(next);
    },
  ];
}

function showOnPage(settings: Settings): void {
  const { theme, language } = settings;
  const root = document.documentElement;
  root.dataset["theme"] = theme;
  root.lang = language;
  root.dir = readDirection(settings);
  document.querySelector("meta[name=color-scheme]")?.setAttribute("content", theme === "system" ? "light dark" : theme);
}
