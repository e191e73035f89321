/**
 * Lets the arrow keys move from the search field through the rows below it; Tab works as usual.
 *
 * @param area Contains the field and the rows.
 */
export function moveThroughRows(event: KeyboardEvent, area: HTMLElement): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
  const stops = [...area.querySelectorAll<HTMLElement>("input[type=search], .provider-button, .checkbox")];
  const position = stops.findIndex((stop) => stop === document.activeElement);
  const next = stops[position + step];
  if (position < 0 || !next) return;
  event.preventDefault();
  next.focus();
}
