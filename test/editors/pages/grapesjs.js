import grapesjs from "grapesjs";

const editor = grapesjs.init({
  container: "#editor",
  height: "300px",
  storageManager: false,
  telemetry: false,
});
await new Promise((resolve) => editor.onReady(resolve));
window.editor = {
  link: (words, href) => void editor.addComponents({ type: "link", attributes: { href }, content: words }),
  html: () => editor.getHtml(),
  // Its canvas is not editable: what limits links to the template's own part leaves it out.
  within: "main",
  frame: () => editor.Canvas.getFrameEl(),
};
