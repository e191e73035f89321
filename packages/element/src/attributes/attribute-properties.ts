/**
 * Gives a class a property for each of its attributes that has none: Solid, Angular and lit set properties, and a property that
 * nobody reads would say nothing. What a script sets there is the attribute, and follows the rules of attributes.
 *
 * @param names Names of the properties: `baseUrl` is `base-url`.
 */
export function addAttributeProperties(prototype: HTMLElement, names: readonly string[]): void {
  for (const name of names)
    Object.defineProperty(prototype, name, {
      configurable: true,
      enumerable: true,
      get(this: HTMLElement) {
        return this.getAttribute(toAttribute(name));
      },
      set(this: HTMLElement, value: unknown) {
        if (value === null || value === undefined) this.removeAttribute(toAttribute(name));
        else this.setAttribute(toAttribute(name), toText(value));
      },
    });
}

/** Takes over what a script has set before the element was defined. For the constructor. */
export function takeEarlyProperties(element: HTMLElement, names: readonly string[]): void {
  for (const name of names)
    if (Object.hasOwn(element, name)) {
      const given = element as unknown as Record<string, unknown>;
      const value = given[name];
      delete given[name];
      given[name] = value;
    }
}

/** The name of an option's attribute. */
export function toAttribute(option: string): string {
  return option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** A list of sources is JSON, a list of texts has commas. */
function toText(value: unknown): string {
  return Array.isArray(value) && value.some((item) => typeof item === "object") ? JSON.stringify(value) : String(value);
}
