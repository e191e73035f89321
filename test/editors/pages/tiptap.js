import { Editor } from "@tiptap/core";
import StarterKit from "@tiptap/starter-kit";

const editor = new Editor({
  element: document.querySelector("#editor"),
  // As in an editor: its own handler would open a tab.
  extensions: [StarterKit.configure({ link: { openOnClick: false } })],
});
window.editor = {
  link: (words, href) => editor.chain().focus().setContent(`<p>${words}</p>`).selectAll().setLink({ href }).run(),
  html: () => editor.getHTML(),
  preview: () => editor.setEditable(false),
};
