"use client";

import { cdnClient } from "@human-connect/core";
import { ConnectButton, useHumanConnect } from "@human-connect/react";
import { createElement as h, useEffect } from "react";

// The server of the page puts the sandbox's address in the place of this one.
const baseUrl = "http://localhost:1";
const client = cdnClient({ url: `${baseUrl}/humanapi-connect-client@2.4.1.js` });

/** What page two has in React: a form that somebody fills in, and Connect. */
export function Form({ ways }) {
  const { connect } = useHumanConnect({
    tokenUrl: "/token",
    baseUrl,
    client,
    warmFrame: false,
    closeOnBack: true,
    onClose: ({ reason }) => host.heard.push(reason),
  });
  useEffect(() => {
    Object.assign(window.host, ways, { connect });
  });
  return [h("input", { key: "note", id: "note" }), h(ConnectButton, { key: "connect", connect })];
}
