import type { ConnectEvent, HumanConnectOptions } from "@human-connect/core";
import { useEffect, useMemo, useState } from "react";
import type { PageConfig } from "../page-html.ts";
import type { Backend } from "./backend.ts";
import { loadLanguage } from "./load-language.ts";
import type { Settings } from "./settings.ts";
import { createVendorClient } from "./vendor-client.ts";

/** The options that every face gets, and what was connected with one face is known to the next. */
export function useConnectOptions(
  { cdnUrl, connectUrl, initialConnections }: PageConfig,
  { client, language }: Settings,
  backend: Backend,
): HumanConnectOptions {
  const [connections, setConnections] = useState(initialConnections);
  const vendorClient = useMemo(() => createVendorClient(client, cdnUrl), [client, cdnUrl]);
  const [words, setWords] = useState<Pick<HumanConnectOptions, "locale" | "labels">>({ locale: language });
  useEffect(() => {
    let isCurrent = true;
    // Without its file the demo goes on in English.
    void loadLanguage(language)
      .catch(() => ({ locale: "en" }))
      .then((loaded) => void (isCurrent && setWords(loaded)));
    return () => void (isCurrent = false);
  }, [language]);
  return useMemo(() => {
    const save = ({ session }: ConnectEvent<"connect" | "disconnect" | "close">): void => {
      setConnections(session.currentConnections);
      backend.saveConnections(session.currentConnections);
    };
    return {
      tokenUrl: backend.tokenUrl,
      baseUrl: connectUrl,
      client: vendorClient,
      initialConnections: connections,
      ...words,
      onConnect: save,
      onDisconnect: save,
      onClose: save,
    };
  }, [backend, connectUrl, vendorClient, connections, words]);
}
