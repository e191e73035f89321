import tinymce from "tinymce/tinymce";
import "tinymce/icons/default";
import "tinymce/models/dom";
import "tinymce/themes/silver";
import "tinymce/plugins/link";
import "tinymce/skins/ui/oxide/skin.js";
import "tinymce/skins/ui/oxide/content.js";
import "tinymce/skins/content/default/content.js";

const [editor] = await tinymce.init({
  target: document.querySelector("#editor"),
  license_key: "gpl",
  plugins: "link",
  skin_url: "default",
  content_css: "default",
});
window.editor = {
  link(words, href) {
    editor.setContent(`<p>${words}</p>`);
    editor.selection.select(editor.getBody().firstChild);
    editor.execCommand("mceInsertLink", false, { href });
  },
  html: () => editor.getContent(),
  frame: () => editor.iframeElement,
};
