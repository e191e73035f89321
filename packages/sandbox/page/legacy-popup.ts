const button = Object.assign(document.createElement("button"), {
  type: "button",
  className: "button button-primary",
  textContent: "Sign in and return",
});
button.addEventListener("click", () =>
  window.parent.postMessage(JSON.stringify({ type: "hapi-close-popup-iframe" }), "*"),
);
const title = Object.assign(document.createElement("h1"), { textContent: "Sign in to your provider" });
const main = Object.assign(document.createElement("main"), { className: "column centred" });
main.append(title, button);
document.getElementById("root")?.append(main);
