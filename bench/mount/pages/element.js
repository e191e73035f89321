// A thousand elements: the kit's, those of two libraries, and one by hand whose shadow is cloned from a template.
import "@human-connect/element/define";
import { css as reactiveCss, ReactiveElement } from "@lit/reactive-element";
import { css, html, LitElement } from "lit";

const look = "button { font: inherit; padding: 8px 16px; border-radius: 6px }";
const template = document.createElement("template");
template.innerHTML = `<style>${look}</style><button type="button"><slot></slot></button>`;

class Vanilla extends HTMLElement {
  constructor() {
    super();
    this.attachShadow({ mode: "open" }).append(template.content.cloneNode(true));
  }
  connectedCallback() {
    this.addEventListener("click", this);
  }
  handleEvent() {}
}

class Reactive extends ReactiveElement {
  static properties = { tokenUrl: { attribute: "token-url" } };
  static styles = reactiveCss`button { font: inherit; padding: 8px 16px; border-radius: 6px }`;
  createRenderRoot() {
    const root = super.createRenderRoot();
    const button = document.createElement("button");
    button.type = "button";
    button.append(document.createElement("slot"));
    button.addEventListener("click", () => {});
    root.append(button);
    return root;
  }
}

class Lit extends LitElement {
  static properties = { tokenUrl: { attribute: "token-url" } };
  static styles = css`
    button {
      font: inherit;
      padding: 8px 16px;
      border-radius: 6px;
    }
  `;
  render() {
    return html`<button type="button" @click=${() => {}}><slot></slot></button>`;
  }
}

customElements.define("bench-vanilla", Vanilla);
customElements.define("bench-reactive", Reactive);
customElements.define("bench-lit", Lit);

const createWay = (tag) => ({
  mount(place, count) {
    const elements = Array.from({ length: count }, () => {
      const element = document.createElement(tag);
      element.setAttribute("token-url", "/token-now");
      element.textContent = "Connect";
      return element;
    });
    place.append(...elements);
    return elements;
  },
  update(elements) {
    for (const element of elements) element.textContent = "Connect your data";
  },
  unmount(elements) {
    for (const element of elements) element.remove();
  },
});

const tags = { plain: "bench-vanilla", kit: "human-connect-button", reactive: "bench-reactive", lit: "bench-lit" };
bench.ways = Object.fromEntries(Object.entries(tags).map(([name, tag]) => [name, createWay(tag)]));
bench.isReady = true;
