import type { Language } from "../words/labels.js";

/** Portuguese as in Brazil; addresses the user as você. */
export const pt: Language = {
  locale: "pt",
  labels: {
    connect: "Conectar seus dados de saúde",
    connectAnother: "Adicionar ou remover fontes",
    loading: "Abrindo o Connect…",
    open: "Continue na janela do Connect",
    retry: "Tentar novamente",
    connections: "Suas fontes",
    noConnections: "Nenhuma fonte conectada ainda",
    oneConnection: "1 fonte conectada",
    manyConnections: "{count} fontes conectadas",
    sourcesConnected: "Conectado: {names}",
    sourcesDisconnected: "Desconectado: {names}",
    heading: "Seus dados de saúde",
    privacy: "Você escolhe o que compartilhar e pode desconectar uma fonte a qualquer momento.",
    statusConnected: "Conectada",
    statusAdded: "Recém-conectada",
    statusDisconnected: "Desconectada",
    statusRequested: "Solicitada",
    title: "Conectar seus dados de saúde",
    cancel: "Cancelar",
    close: "Fechar o Connect",
    reload: "Nada apareceu? Carregar de novo",
    slow: "Está demorando mais que o normal…",
    doubt: "Parece que o Connect não está carregando.",
    errorOffline: "Você está sem internet. Verifique sua conexão e tente novamente.",
    errorTimeout: "O Connect está demorando demais para abrir. Tente novamente em instantes.",
    errorBusy: "O Connect já está aberto nesta página. Termine por lá ou feche-o primeiro.",
    errorSignIn: "Sua sessão foi encerrada. Entre novamente e tente outra vez.",
    errorLater: "Não é possível abrir o Connect agora. Tente novamente em um minuto.",
    errorFailed: "Não foi possível abrir o Connect. Tente novamente.",
    errorEnded:
      "O Connect foi fechado inesperadamente. O que você conectou foi mantido. Tente novamente para continuar.",
  },
};
