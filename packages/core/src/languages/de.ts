import type { Language } from "../words/labels.js";

/** German; addresses the user as Sie. */
export const de: Language = {
  locale: "de",
  labels: {
    connect: "Gesundheitsdaten verbinden",
    connectAnother: "Datenquellen hinzufügen oder entfernen",
    loading: "Connect wird geöffnet …",
    open: "Weiter im Connect-Fenster",
    retry: "Erneut versuchen",
    connections: "Ihre Datenquellen",
    noConnections: "Noch keine Datenquelle verbunden",
    oneConnection: "1 Datenquelle verbunden",
    manyConnections: "{count} Datenquellen verbunden",
    sourcesConnected: "Verbunden: {names}",
    sourcesDisconnected: "Getrennt: {names}",
    heading: "Ihre Gesundheitsdaten",
    privacy: "Sie entscheiden, was Sie teilen, und können jede Datenquelle jederzeit wieder trennen.",
    statusConnected: "Verbunden",
    statusAdded: "Soeben verbunden",
    statusDisconnected: "Verbindung getrennt",
    statusRequested: "Angefragt",
    title: "Gesundheitsdaten verbinden",
    cancel: "Abbrechen",
    close: "Connect schließen",
    reload: "Nichts zu sehen? Neu laden",
    slow: "Das dauert länger als gewöhnlich …",
    doubt: "Connect lädt anscheinend nicht.",
    errorOffline: "Sie sind offline. Prüfen Sie Ihre Internetverbindung und versuchen Sie es erneut.",
    errorTimeout: "Das Öffnen von Connect dauert zu lange. Versuchen Sie es gleich noch einmal.",
    errorBusy: "Connect ist auf dieser Seite schon geöffnet. Fahren Sie dort fort oder schließen Sie es zuerst.",
    errorSignIn: "Sie sind abgemeldet. Melden Sie sich wieder an und versuchen Sie es erneut.",
    errorLater: "Connect kann gerade nicht geöffnet werden. Versuchen Sie es in einer Minute erneut.",
    errorFailed: "Connect konnte nicht geöffnet werden. Versuchen Sie es erneut.",
    errorEnded:
      "Connect wurde unerwartet geschlossen. Was Sie verbunden haben, bleibt erhalten. Versuchen Sie es erneut, um fortzufahren.",
  },
};
