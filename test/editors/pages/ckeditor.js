import { ClassicEditor, Essentials, Link, Paragraph } from "ckeditor5";

const editor = await ClassicEditor.create(document.querySelector("#editor"), {
  licenseKey: "GPL",
  plugins: [Essentials, Link, Paragraph],
  toolbar: ["link"],
});
window.editor = {
  link(words, href) {
    editor.setData(`<p>${words}</p>`);
    editor.execute("selectAll");
    editor.execute("link", href);
  },
  html: () => editor.getData(),
  preview: () => editor.enableReadOnlyMode("preview"),
};
