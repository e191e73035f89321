import { BlockNoteEditor } from "@blocknote/core";

// Its own handler would open a tab.
const editor = BlockNoteEditor.create({ links: { onClick: () => false } });
editor.mount(document.querySelector("#editor"));
window.editor = {
  link(words, href) {
    editor.replaceBlocks(editor.document, [{ type: "paragraph", content: "" }]);
    editor.setTextCursorPosition(editor.document[0]);
    editor.createLink(href, words);
  },
  html: () => editor.blocksToHTMLLossy(),
  preview: () => void (editor.isEditable = false),
};
