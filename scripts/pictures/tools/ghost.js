// Ghost's editor, as Ghost Admin shows it.
import { KoenigComposer, KoenigEditor } from "@tryghost/koenig-lexical";
import { createElement } from "react";
import { createRoot } from "react-dom/client";

const useFileUpload = () => ({ progress: 0, isLoading: false, upload: async () => [], errors: [], filesNumber: 0 });
const editor = createElement(KoenigEditor, { registerAPI: (api) => (globalThis.editor = api) });
const composer = { cardConfig: {}, fileUploader: { useFileUpload, fileTypes: {} } };
createRoot(document.querySelector("#editor")).render(
  createElement("div", { className: "koenig-lexical" }, createElement(KoenigComposer, composer, editor)),
);
