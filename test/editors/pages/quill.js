import Quill from "quill";

const quill = new Quill("#editor");
window.editor = {
  link(words, href) {
    quill.setText(words);
    quill.setSelection(0, words.length);
    quill.format("link", href);
  },
  html: () => quill.getSemanticHTML(),
  preview: () => quill.enable(false),
};
