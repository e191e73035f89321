import type { WidgetLabels } from "./labels.js";

export const english: WidgetLabels = {
  title: "Connect your health data",
  cancel: "Cancel",
  close: "Close Connect",
  reload: "Nothing here? Load again",
  slow: "This is taking longer than usual…",
  doubt: "Connect does not seem to load.",
  errorOffline: "You are offline. Check your internet connection and try again.",
  errorTimeout: "Connect is taking too long to open. Try again in a moment.",
  errorBusy: "Connect is already open on this page. Finish there or close it first.",
  errorSignIn: "You are signed out. Sign in again, then try once more.",
  errorLater: "Connect cannot be opened right now. Try again in a minute.",
  errorFailed: "Connect could not be opened. Try again.",
  errorEnded: "Connect closed unexpectedly. What you connected is kept. Try again to go on.",
};
