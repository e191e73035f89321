/** Defines an element. A name that is taken belongs to another copy of the kit, which works the same way. */
export function defineElement(name: string, element: CustomElementConstructor): void {
  if (typeof document !== "undefined" && !customElements.get(name)) customElements.define(name, element);
}
