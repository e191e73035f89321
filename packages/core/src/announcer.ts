import { describeEnd } from "./words/describe-end.js";
import type { HumanConnect } from "./human-connect.js";
import { readButtonLabels, type LabelOptions } from "./words/labels.js";
import type { HumanConnectState } from "./model/state.js";
import { isHeard } from "./page/is-heard.js";

/** A live region of a connection. */
export interface Voice {
  /** What chooses its words now. */
  readonly words: () => LabelOptions;
  /** Takes what the region is to hold. `undefined` when another one speaks for the connection, so that nothing is said twice. */
  readonly say: (text: string | undefined) => void;
  /** Where the region is. Default: where everybody hears it. */
  readonly place?: () => Node | null | undefined;
}

interface Announcer {
  readonly voices: Set<Voice>;
  /** Its region is the one that holds something. */
  speaker: Voice | undefined;
  readonly leave: () => void;
}

/** How long loading lasts before anybody is told: a stage that opens meanwhile says more. */
const patienceMs = 1000;

const announcers = /* @__PURE__ */ new WeakMap<HumanConnect, Announcer>();

/**
 * Lets a live region speak for a connection. The first one that a screen reader gets now does: that it takes long to open, what went
 * wrong, and what a session has changed; nothing when it has changed nothing. The next one takes its place when it leaves.
 *
 * @returns Takes the region away; calling it again does nothing.
 */
export function addVoice(connect: HumanConnect, voice: Voice): () => void {
  const announcer = announcers.get(connect) ?? createAnnouncer(connect);
  const { voices } = announcer;
  voices.add(voice);
  announcer.speaker ??= voice;
  voice.say(announcer.speaker === voice ? "" : undefined);
  return () => {
    if (!voices.delete(voice)) return;
    const [next] = voices;
    if (!next) announcer.leave();
    if (announcer.speaker !== voice) return;
    announcer.speaker = next;
    next?.say("");
  };
}

function createAnnouncer(connect: HumanConnect): Announcer {
  const voices = new Set<Voice>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let before = subjectOf(connect.getState());
  const say = (describe: (words: LabelOptions) => string): void => {
    const [first] = voices;
    // The first may be behind the modal dialog that somebody has opened Connect from, or in a part of the page that is hidden.
    const next = [...voices].find((voice) => isReached(voice)) ?? first;
    if (next !== announcer.speaker) announcer.speaker?.say(undefined);
    announcer.speaker = next;
    next?.say(describe(next.words()));
  };
  const end = connect.subscribe(() => {
    const state = connect.getState();
    const subject = subjectOf(state);
    if (subject === before) return;
    before = subject;
    clearTimeout(timer);
    say((words) => describeEnd(state, words));
    if (state.status === "loading")
      timer = setTimeout(say, patienceMs, (words: LabelOptions) => readButtonLabels(words).loading);
  });
  const announcer: Announcer = {
    voices,
    speaker: undefined,
    leave() {
      clearTimeout(timer);
      end();
      announcers.delete(connect);
    },
  };
  announcers.set(connect, announcer);
  return announcer;
}

function isReached({ place }: Voice): boolean {
  const node = place?.();
  return !node || isHeard(node);
}

/** What is announced once: sources that a host has learned of afterwards are no news of the session. */
function subjectOf(state: HumanConnectState): unknown {
  if (state.status === "error") return state.error;
  return state.status === "closed" ? state.session : state.status;
}
