/** Whether a value is a whole number from 0 to `most`. */
export function isWithin(value: number, most: number = Number.MAX_SAFE_INTEGER): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value <= most;
}
