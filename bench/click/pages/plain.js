// A page without the kit: the same framework and the same button, which does nothing.
import { createElement } from "react";
import { createRoot } from "react-dom/client";

createRoot(document.querySelector("#root")).render(createElement("button", { id: "open" }, "Connect"));
bench.isReady = true;
