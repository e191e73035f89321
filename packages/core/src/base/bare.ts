/**
 * An object's own properties, in an object that inherits nothing. What another script has put on `Object.prototype` is neither an
 * option that somebody gave nor a member of what a browser is told.
 */
export function bare<T extends object>(given: T): T {
  return Object.assign(Object.create(null) as T, given);
}
