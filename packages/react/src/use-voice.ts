import { addVoice, type HumanConnect, type LabelOptions } from "@human-connect/core";
import { useEffect, useRef, useState, type RefObject } from "react";
import { useLatest } from "./use-human-connect.js";

export interface RegionProps {
  /** What the live region holds; undefined while that of another component speaks for the connection. */
  readonly said: string | undefined;
  /** The live region itself. */
  readonly region: RefObject<HTMLSpanElement | null>;
}

/** Lets the live region of a component speak for the connection. */
export function useVoice(connect: HumanConnect, words: LabelOptions): RegionProps {
  const latest = useLatest(words);
  const region = useRef<HTMLSpanElement | null>(null);
  const [said, say] = useState<string | undefined>("");
  useEffect(
    () => addVoice(connect, { words: () => latest.current, say, place: () => region.current }),
    [connect, latest],
  );
  return { said, region };
}
