import "trix";

const element = document.createElement("trix-editor");
const ready = new Promise((resolve) => element.addEventListener("trix-initialize", resolve, { once: true }));
document.querySelector("#editor").append(element);
await ready;
window.editor = {
  link(words, href) {
    element.editor.insertString(words);
    element.editor.setSelectedRange([0, words.length]);
    // Its dialog takes absolute addresses only.
    element.editor.activateAttribute("href", new URL(href, location.href).href);
  },
  html: () => element.value,
};
