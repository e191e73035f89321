// Contentful's editor of Rich Text fields, as its web app shows it; with the fakes that Contentful tests it with.
import { RichTextEditor } from "@contentful/field-editor-rich-text";
import { createFakeFieldAPI, createFakeLocalesAPI } from "@contentful/field-editor-test-utils";
import { i18n } from "@lingui/core";
import { createElement } from "react";
import { createRoot } from "react-dom/client";

i18n.loadAndActivate({ locale: "en", messages: {} });
const ignore = () => () => {};
const [field] = createFakeFieldAPI((fake) => ({ ...fake, validations: [], onSchemaErrorsChanged: ignore }));
const sdk = {
  field,
  locales: createFakeLocalesAPI(),
  ids: { environment: "master", space: "space", entry: "entry" },
  parameters: { instance: {}, installation: {} },
  access: { can: async () => true },
  editor: { onLocaleSettingsChanged: ignore, onShowHiddenFieldsChanged: ignore },
  navigator: { onSlideInNavigation: ignore },
  space: { onEntityChanged: ignore },
  entry: { getSys: () => ({ id: "entry", type: "Entry" }), onSysChanged: ignore, fields: {} },
  contentType: { fields: [] },
  cmaAdapter: { makeRequest: async () => ({ items: [] }) },
};
createRoot(document.querySelector("#editor")).render(
  createElement(RichTextEditor, { sdk, isInitiallyDisabled: false }),
);
globalThis.editor = sdk;
