import { addVoice, type HumanConnect, type LabelOptions } from "@human-connect/core";
import { useEffect, useState } from "react";
import { useLatest } from "./use-human-connect.js";

/** What the live region of a component holds; undefined while that of another one speaks for the connection. */
export function useVoice(connect: HumanConnect, words: LabelOptions): string | undefined {
  const latest = useLatest(words);
  const [said, say] = useState<string | undefined>("");
  useEffect(() => addVoice(connect, { words: () => latest.current, say }), [connect, latest]);
  return said;
}
