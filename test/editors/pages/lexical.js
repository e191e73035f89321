import { $generateHtmlFromNodes } from "@lexical/html";
import { $toggleLink, LinkNode } from "@lexical/link";
import { registerRichText } from "@lexical/rich-text";
import { $createParagraphNode, $createTextNode, $getRoot, $selectAll, createEditor } from "lexical";

const root = document.querySelector("#editor");
root.contentEditable = "true";
const editor = createEditor({ nodes: [LinkNode], onError: (error) => console.error(error) });
editor.setRootElement(root);
registerRichText(editor);
const update = (change) => editor.update(change, { discrete: true });
window.editor = {
  link(words, href) {
    update(() =>
      $getRoot()
        .clear()
        .append($createParagraphNode().append($createTextNode(words))),
    );
    update(() => {
      $selectAll();
      $toggleLink(href);
    });
  },
  html: () => editor.read(() => $generateHtmlFromNodes(editor, null)),
  preview() {
    editor.setEditable(false);
    root.contentEditable = "false";
  },
};
