/** The look of the clinic's site. It knows nothing of the kit but the names of its elements and two of its properties. */
export const cmsStyles = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#fdfcf9, #15171a);
  --ink: light-dark(#24262a, #e4e2dc);
  --quiet: light-dark(#5d6066, #a9a9a6);
  --rule: light-dark(#e2dfd6, #32353a);
  --tint: light-dark(#f4f1e9, #1d2024);
  --link: light-dark(#2f4f7f, #a3c0ee);
  --human-connect-accent: var(--link);
  --human-connect-accent-text: light-dark(#fff, #10192a);
  background: var(--paper);
  color: var(--ink);
  font: 400 1.125rem/1.65 Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, serif;
  -webkit-text-size-adjust: 100%;
}
* { box-sizing: border-box; }
body { margin: 0; }
h1, h2, p, ul { margin: 0; }
h1, h2 { line-height: 1.2; text-wrap: balance; }
h1 { font-size: clamp(2rem, 1.5rem + 2.4vw, 2.875rem); font-weight: 600; letter-spacing: -0.015em; }
h2 { font-size: 1.375rem; font-weight: 600; }
a { color: var(--link); text-underline-offset: 0.2em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; }
.site, main { max-inline-size: 43rem; margin-inline: auto; padding-inline: clamp(1.25rem, 5vw, 2.5rem); }
.site { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0 1.5rem;
  padding-block: 1.25rem; font: 400 0.9375rem/1.5 system-ui, sans-serif; color: var(--quiet); }
.site nav { display: flex; flex-wrap: wrap; gap: 0 1.5rem; }
.site a { padding-block: 0.625rem; }
.site-name { color: var(--ink); font-weight: 650; }
main { padding-block: clamp(1.5rem, 6vw, 4rem); }
article { display: grid; gap: 1.25rem; }
article > h2 { margin-block-start: 1.25rem; }
article > p, article > ul { text-wrap: pretty; }
article > ul { padding-inline-start: 1.25rem; }
.kicker { color: var(--quiet); font: 600 0.9375rem/1.5 system-ui, sans-serif; }
.standfirst { color: var(--quiet); font-size: 1.3125rem; line-height: 1.5; margin-block-end: 0.5rem; }
.connect { display: grid; gap: 1.125rem; margin-block: 1.25rem; padding: clamp(1.25rem, 5vw, 2rem);
  border: 1px solid var(--rule); border-radius: 4px; background: var(--tint);
  font: 400 1rem/1.55 system-ui, sans-serif; --human-connect-radius: 4px; }
.connect h2 { font-family: Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, serif; }
.connect [slot="empty"] { color: var(--quiet); }
a.button { display: inline-flex; align-items: center; min-block-size: 48px; padding: 0.5rem 1.25rem; border-radius: 4px;
  background: var(--link); color: light-dark(#fff, #10192a); font-weight: 600; text-decoration: none; }
a.button[aria-busy] { opacity: 0.7; }
human-connect-button { justify-self: start; min-block-size: 48px; max-inline-size: 100%; }
human-connect-status { font-size: 0.875rem; }
footer.site p { flex: 1; border-block-start: 1px solid var(--rule); padding-block-start: 1.25rem; }
@media (max-width: 30rem) {
  human-connect-button { justify-self: stretch; }
  human-connect-button::part(button) { inline-size: 100%; }
}
`;
