import type { ConnectEvent, HumanConnectOptions } from "@human-connect/core";
import { useMemo, useState } from "react";
import type { PageConfig } from "../page-html.ts";
import type { Backend } from "./backend.ts";
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
      locale: language,
      onConnect: save,
      onDisconnect: save,
      onClose: save,
    };
  }, [backend, connectUrl, vendorClient, connections, language]);
}
