import type { ButtonLabels, CardLabels, ViewLabels } from "./labels.js";

export const englishButton: ButtonLabels = {
  connect: "Connect your health data",
  connectAnother: "Add or remove sources",
  loading: "Opening Connect…",
  open: "Continue in the Connect window",
  retry: "Try again",
};

export const englishView: ViewLabels = {
  connections: "Your sources",
  noConnections: "Nothing connected yet",
  oneConnection: "1 source connected",
  manyConnections: "{count} sources connected",
  sourcesConnected: "{names} connected",
  sourcesDisconnected: "{names} disconnected",
};

export const englishCard: CardLabels = {
  heading: "Your health data",
  privacy: "You choose what to share, and you can disconnect a source at any time.",
  statusConnected: "Connected",
  statusAdded: "Just connected",
  statusDisconnected: "Disconnected",
  statusRequested: "Requested",
};
