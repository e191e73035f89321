import { loadedWidget } from "../session/fetch-widget.js";
import type { HumanConnect } from "../human-connect.js";
import { readButtonLabels } from "../words/button-labels.js";
import type { LabelOptions } from "../words/labels.js";
import type { HumanConnectState } from "../model/state.js";
import { isHeard } from "../page/is-heard.js";

/** A live region of an instance. */
export interface Voice {
  /** Returns the options that select the words of this region. */
  readonly words: () => LabelOptions;
  /** Sets the text of the region. `undefined` when another region announces for the instance, so that no text is announced twice. */
  readonly say: (text: string | undefined) => void;
  /** Returns the node that contains the region. Default: the region is assumed to be exposed to screen readers. */
  readonly place?: () => Node | null | undefined;
}

interface Announcer {
  readonly voices: Set<Voice>;
  /** The voice whose region holds text. */
  speaker: Voice | undefined;
  readonly leave: () => void;
}

/** How long loading lasts before it is announced, in milliseconds: a stage that opens within this time says more. */
const patienceMs = 1000;

const announcers = /* @__PURE__ */ new WeakMap<HumanConnect, Announcer>();

/**
 * Registers a live region of an instance. The first registered region that screen readers can reach announces that loading takes long,
 * what failed, and what a session changed; it stays silent when the session changed nothing. When that region is removed, the next one
 * replaces it.
 *
 * @returns Removes the region; calling it again does nothing.
 */
export function addVoice(connect: HumanConnect, voice: Voice): () => void {
  const announcer = announcers.get(connect) ?? createAnnouncer(connect);
  const { voices } = announcer;
  voices.add(voice);
  announcer.speaker ??= voice;
  // Before the first session all are silent: a thousand buttons need not render again because one of them announces.
  voice.say(announcer.speaker === voice || connect.getState().status === "idle" ? "" : undefined);
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
  // The first region may be behind the modal dialog that Connect was opened from, or in a hidden part of the page.
  const findReached = (): Voice | undefined => [...voices].find((voice) => isReached(voice));
  const say = (describe: (words: LabelOptions) => string): void => {
    const [first] = voices;
    const next = findReached() ?? first;
    if (next !== announcer.speaker) announcer.speaker?.say(undefined);
    announcer.speaker = next;
    next?.say(describe(next.words()));
  };
  // Behind the stage it would be read when the stage has gone; the stage has a region of its own.
  const sayLoading = (): void => {
    if (findReached()) say((words) => readButtonLabels(words).loading);
  };
  const end = connect.subscribe(() => {
    const state = connect.getState();
    const subject = subjectOf(state);
    if (subject === before) return;
    if (before === "idle") for (const voice of voices) if (voice !== announcer.speaker) voice.say(undefined);
    before = subject;
    clearTimeout(timer);
    say((words) => describeEnd(state, words));
    if (state.status === "loading") timer = setTimeout(sayLoading, patienceMs);
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

/** What a session changed is described by the lazy part, which it has loaded; without it every session ends in an error. */
function describeEnd(state: HumanConnectState, words: LabelOptions): string {
  return state.status === "error" ? state.error.userMessage : (loadedWidget()?.describeEnd(state, words) ?? "");
}

function isReached({ place }: Voice): boolean {
  const node = place?.();
  return !node || isHeard(node);
}

/** Changes when there is something to announce. Sources that a host page adds after the session are not announced. */
function subjectOf(state: HumanConnectState): unknown {
  if (state.status === "error") return state.error;
  return state.status === "closed" ? state.session : state.status;
}
