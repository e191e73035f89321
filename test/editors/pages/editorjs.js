import EditorJS from "@editorjs/editorjs";

const editor = new EditorJS({ holder: "editor" });
await editor.isReady;
window.editor = {
  // What its link tool does with the words that are selected.
  link(words, href) {
    editor.caret.setToFirstBlock();
    document.execCommand("insertText", false, words);
    document.execCommand("selectAll");
    document.execCommand("createLink", false, href);
  },
  async html() {
    const { blocks } = await editor.save();
    return blocks.map(({ data }) => `<p>${data.text}</p>`).join("");
  },
  preview: () => editor.readOnly.toggle(true),
};
