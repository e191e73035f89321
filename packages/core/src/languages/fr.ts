import type { Language } from "../words/labels.js";

/** French; addresses the user as vous. */
export const fr: Language = {
  locale: "fr",
  labels: {
    connect: "Connecter vos données de santé",
    connectAnother: "Ajouter ou retirer des sources",
    loading: "Ouverture de Connect…",
    open: "Continuez dans la fenêtre Connect",
    retry: "Réessayer",
    connections: "Vos sources",
    noConnections: "Aucune source connectée pour l’instant",
    oneConnection: "1 source connectée",
    manyConnections: "{count} sources connectées",
    sourcesConnected: "Connexion établie\u00a0: {names}",
    sourcesDisconnected: "Connexion supprimée\u00a0: {names}",
    heading: "Vos données de santé",
    privacy: "Vous choisissez ce que vous partagez et vous pouvez déconnecter une source à tout moment.",
    statusConnected: "Connectée",
    statusAdded: "Connectée à l’instant",
    statusDisconnected: "Déconnectée",
    statusRequested: "Demandée",
    title: "Connecter vos données de santé",
    cancel: "Annuler",
    close: "Fermer Connect",
    reload: "Rien ne s’affiche\u00a0? Recharger",
    slow: "Cela prend plus de temps que d’habitude…",
    doubt: "Connect ne semble pas se charger.",
    errorOffline: "Vous êtes hors ligne. Vérifiez votre connexion internet et réessayez.",
    errorTimeout: "Connect met trop de temps à s’ouvrir. Réessayez dans un instant.",
    errorBusy: "Connect est déjà ouvert sur cette page. Terminez-y votre démarche ou fermez-le d’abord.",
    errorSignIn: "Votre session est terminée. Identifiez-vous de nouveau, puis réessayez.",
    errorLater: "Impossible d’ouvrir Connect pour le moment. Réessayez dans une minute.",
    errorFailed: "Impossible d’ouvrir Connect. Réessayez.",
    errorEnded:
      "Connect s’est fermé de façon inattendue. Ce que vous avez connecté est conservé. Réessayez pour continuer.",
  },
};
