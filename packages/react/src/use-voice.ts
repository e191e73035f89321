import type { HumanConnect, LabelOptions } from "@human-connect/core";
import { addVoice } from "@human-connect/core/face";
import { useEffect, useRef, useState, type RefObject } from "react";
import { useLatest } from "./use-human-connect.js";

export interface RegionProps {
  /** The text of the live region; undefined while another component announces for the instance. */
  readonly said: string | undefined;
  /** The element of the live region. */
  readonly region: RefObject<HTMLSpanElement | null>;
}

/** Lets the live region of a component announce for the instance. */
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
