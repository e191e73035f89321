import type { Settings } from "../../../demo/src/settings.ts";

export interface Session {
  readonly name: string;
  /** Settings of the demo. */
  readonly query?: Partial<Record<keyof Settings, string>>;
  /** Lines with a `>` are acts; the others are what is heard after them, to the letter. */
  readonly transcript: string;
}

export const sessions: readonly Session[] = [
  {
    name: "a person connects a source",
    transcript: `
> moves to the button
button "Connect your health data"
> presses Enter
dialog "Connect your health data"
frame "Connect"
> connects Applefen Pharmacy
> presses Done
status: Applefen Pharmacy connected. 1 source connected.
button "Add or remove sources"
> a minute passes
`,
  },
  {
    name: "a person connects a source, and disconnects it another time",
    transcript: `
> moves to the button
button "Connect your health data"
> presses Enter
dialog "Connect your health data"
frame "Connect"
> connects Applefen Pharmacy
> presses Done
status: Applefen Pharmacy connected. 1 source connected.
button "Add or remove sources"
> presses Enter
dialog "Connect your health data"
frame "Connect"
> disconnects Applefen Pharmacy
> presses Close Connect in it
status: Applefen Pharmacy disconnected.
button "Connect your health data"
> a minute passes
`,
  },
  {
    name: "a person changes their mind",
    transcript: `
> moves to the button
button "Connect your health data"
> presses Enter
dialog "Connect your health data"
frame "Connect"
> comes to what Connect shows
> presses Escape
button "Connect your health data"
> a minute passes
`,
  },
  {
    name: "it takes long, and a person backs out",
    transcript: `
> moves to the button
button "Connect your health data"
> the token endpoint does not answer
> presses Enter
> waits for the token alone
> a second passes
status: Opening Connect…
> a second passes
dialog "Connect your health data"
> presses Escape
button "Connect your health data"
> a minute passes
`,
  },
  {
    name: "the token endpoint is in trouble for a while",
    transcript: `
> moves to the button
button "Connect your health data"
> the token endpoint is in trouble
> presses Enter
status: Connect cannot be opened right now. Try again in a minute.
button "Try again"
> a minute passes
> the token endpoint is well again
> presses Enter
button "Connect your health data"
dialog "Connect your health data"
frame "Connect"
> comes to what Connect shows
> presses Escape
button "Connect your health data"
> a minute passes
`,
  },
  {
    name: "the network is gone for a while",
    transcript: `
> the network goes, once the page is prepared
> moves to the button
button "Connect your health data"
> presses Enter
status: You are offline. Check your internet connection and try again.
button "Try again"
> the network comes back
> presses Enter
button "Connect your health data"
dialog "Connect your health data"
frame "Connect"
`,
  },
  {
    name: "the vendor's script is gone",
    query: { client: "cdn" },
    transcript: `
> the vendor's script is gone
> moves to the button
button "Connect your health data"
> presses Enter
status: Connect could not be opened. Try again.
button "Try again"
> a minute passes
`,
  },
  {
    name: "Connect never loads",
    query: { scenario: "never-loads" },
    transcript: `
> moves to the button
button "Connect your health data"
> presses Enter
dialog "Connect your health data"
> 2 seconds pass
status: This is taking longer than usual…
> 20 seconds pass
status: Connect is taking too long to open. Try again in a moment.
button "Try again"
> a minute passes
`,
  },
  {
    name: "every token has expired",
    query: { scenario: "expired-token" },
    transcript: `
> moves to the button
button "Connect your health data"
> presses Enter
dialog "Connect your health data"
frame "Connect"
dialog "Connect your health data"
frame "Connect"
status: Connect closed unexpectedly. What you connected is kept. Try again to go on.
button "Try again"
> a minute passes
`,
  },
  {
    name: "something of the page removes the frame",
    transcript: `
> moves to the button
button "Connect your health data"
> presses Enter
dialog "Connect your health data"
frame "Connect"
> comes to what Connect shows
> something of the page removes the frame
status: Connect closed unexpectedly. What you connected is kept. Try again to go on.
button "Try again"
> a minute passes
`,
  },
  {
    name: "a second button of the page, in a dialog of the app, says it once",
    transcript: `
> opens a dialog of the app
button "Get ready"
button "Not now"
> moves to the button in it
button "Connect your health data"
> presses Enter
dialog "Connect your health data"
frame "Connect"
> connects Applefen Pharmacy
> presses Done
status: Applefen Pharmacy connected. 1 source connected.
button "Add or remove sources"
> a minute passes
> closes that dialog
button "Get ready"
`,
  },
];
