/**
 * Copies an object's own properties into an object without a prototype. A property that another script has added to `Object.prototype`
 * must become neither an option of the kit nor a member of a dictionary passed to a browser API.
 */
export function bare<T extends object>(given: T): T {
  return Object.assign(Object.create(null) as T, given);
}
