import { createElement, type ReactElement } from "react";
import { renderToPipeableStream, renderToString } from "react-dom/server";
import { ConnectButton, ConnectionList, ConnectStatus } from "@human-connect/react";
import { App } from "./server-app.js";

export { version } from "react";
export { App, ConnectButton, ConnectionList, ConnectStatus, createElement, renderToPipeableStream, renderToString };
export type { ReactElement };
