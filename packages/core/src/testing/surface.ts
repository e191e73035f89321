import { HumanConnectError, type HumanConnectErrorCode } from "../model/errors.js";
import type { TrustedMessage } from "../vendor/read-message.js";
import type { RequestedSource } from "../model/session.js";
import type { Surface, WidgetContext } from "../stage/surface.js";
import { createFailure, readMoment } from "./failure.js";
import { createFakeSession, type FakeOpening, type FakeSession } from "./session.js";
import { createFakeStage, type FakeStage } from "./stage.js";

/** The actions of the user each time Connect opens. An error it throws ends the session, and is reported. */
export type FakeScript = (session: FakeSession) => void | Promise<void>;

/** The state of a fake client. */
export interface FakeBoard {
  readonly script: FakeScript | undefined;
  /** Every opening, oldest first. */
  readonly sessions: FakeSession[];
  /** All requests so far. */
  readonly requestedProviders: Partial<RequestedSource>[];
  /** The stages of sessions that are not over: one at most, unless there are several pages. */
  readonly stages: Set<FakeStage>;
  /** The callers that wait for the next opening. */
  waiting: { resolve: (session: FakeSession) => void; reject: (error: Error) => void }[];
  /** The code that the next session fails with. */
  planned: HumanConnectErrorCode | undefined;
}

/**
 * Creates the surface of a fake client.
 *
 * @throws {HumanConnectError} The planned failure, if it occurs before Connect is open.
 */
export function createFakeSurface(board: FakeBoard): Surface {
  const code = takePlanned(board, "before");
  if (code !== undefined) {
    giveUp(board);
    throw createFailure(code);
  }
  let stage: FakeStage;
  return {
    createStage(options) {
      const mine = (stage = createFakeStage(options, () => {
        board.stages.delete(mine);
        giveUp(board);
      }));
      board.stages.add(mine);
      return mine;
    },
    showWidget: (context) => showFakeWidget(board, context, stage),
  };
}

async function showFakeWidget(board: FakeBoard, context: WidgetContext, stage: FakeStage): Promise<TrustedMessage> {
  const { signal, reports } = context;
  const { requestedProviders } = board;
  const opening = createFakeSession(context, { onCancel: stage.cancel, requestedProviders });
  const watch = new AbortController();
  signal.addEventListener("abort", () => opening.end(signal.reason), watch);
  try {
    stage.watch(reports.onRemoved, watch.signal);
    board.sessions.push(opening.session);
    reports.onShown();
    for (const { resolve } of board.waiting.splice(0)) resolve(opening.session);
    const code = takePlanned(board, "after");
    if (code === undefined) void play(board, opening, signal);
    else opening.end(createFailure(code));
    return await opening.closing;
  } finally {
    watch.abort();
  }
}

async function play({ script }: FakeBoard, { session, end }: FakeOpening, signal: AbortSignal): Promise<void> {
  try {
    if (session.isOpen) await script?.(session);
  } catch (cause) {
    // The session was ended while the script was running.
    if (signal.aborted) return;
    const message = `The script of createFakeClient() failed: ${cause instanceof Error ? cause.message : String(cause)}`;
    end(new HumanConnectError("client-failed", message, { cause }));
    (globalThis.reportError ?? console.error)(cause);
  }
}

function takePlanned(board: FakeBoard, moment: "before" | "after"): HumanConnectErrorCode | undefined {
  const { planned } = board;
  if (planned === undefined || (readMoment(planned) === "after") !== (moment === "after")) return undefined;
  board.planned = undefined;
  return planned;
}

function giveUp({ waiting }: FakeBoard): void {
  for (const { reject } of waiting.splice(0))
    reject(
      new Error(
        "opened(): the session ended while it was loading. Its error is in the state, and onError received it.",
      ),
    );
}
