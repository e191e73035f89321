import { html, type TemplateResult } from "lit";
import { readConnectOptions, type StoryArgs, type StorySurroundings } from "../shared/story-args.ts";

/** The button of a story, under the story's id. */
export function drawButton(args: StoryArgs, context: StorySurroundings, message = "shown"): TemplateResult {
  const { onOpen, onConnect, onDisconnect, onClose, onError, ...options } = readConnectOptions(args, context);
  return html`
    <human-connect-button
      id=${context.id}
      ?disabled=${args.disabled}
      ?inline=${args.inline}
      message=${message}
      .prepareOn=${args.prepareOn ?? "intent"}
      .options=${options}
      @human-connect-open=${listen(onOpen)}
      @human-connect-connect=${listen(onConnect)}
      @human-connect-disconnect=${listen(onDisconnect)}
      @human-connect-close=${listen(onClose)}
      @human-connect-error=${listen(onError)}
      >${args.label}</human-connect-button
    >
  `;
}

/** The card of a story. */
export function drawCard(args: StoryArgs, context: StorySurroundings, content?: TemplateResult): TemplateResult {
  const { onOpen, onConnect, onDisconnect, onClose, onError, ...options } = readConnectOptions(args, context);
  return html`
    <human-connect-card
      id=${context.id}
      heading-level=${args.headingLevel}
      ?disabled=${args.disabled}
      ?inline=${args.inline}
      .prepareOn=${args.prepareOn ?? "intent"}
      .options=${options}
      @human-connect-open=${listen(onOpen)}
      @human-connect-connect=${listen(onConnect)}
      @human-connect-disconnect=${listen(onDisconnect)}
      @human-connect-close=${listen(onClose)}
      @human-connect-error=${listen(onError)}
      >${content}</human-connect-card
    >
  `;
}

/** A callback of the core, called with what a DOM event carries. */
function listen(callback: ((event: never) => void) | undefined): (event: CustomEvent) => void {
  return ({ type, detail }) => callback?.({ type: type.replace("human-connect-", ""), ...detail } as never);
}
