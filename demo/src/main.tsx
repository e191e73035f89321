import "@human-connect/core/styles.css";
import "./base.css";
import "./chrome.css";
import "./product.css";
import "./panel.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { readConfig } from "./config.ts";

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <App config={readConfig()} />
  </StrictMode>,
);
