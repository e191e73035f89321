/** The stage's own stylesheet. What is `!important` on its element counts before anything that a host's stylesheet says about it. It takes its colours and shapes from the custom properties of styles.css, where they are set. */
export const stageStyles = `
:host{all:initial!important;display:block!important;color-scheme:inherit!important;direction:inherit!important;-webkit-text-size-adjust:100%!important}
.modal,.inline{--w:var(--human-connect-frame-width,830px);--h:var(--human-connect-frame-height,590px);--top:0px;box-sizing:border-box;margin:0;padding:0;border:0;overflow:hidden;color:var(--human-connect-text,CanvasText);font:400 1rem/1.5 var(--human-connect-font,system-ui,sans-serif)}
.modal{position:fixed;inset:0;width:100%;height:100%;max-width:none;max-height:none;background:rgb(17 27 33/var(--opacity,.6));animation:fade .2s}
.modal::backdrop{background:none}
:host([data-human-connect-stage=inline]){height:100%!important}
.inline{position:relative;height:100%;--w:100%;--h:100%;background:var(--human-connect-surface,Canvas);border-radius:var(--human-connect-frame-radius,12px);border:1px solid color-mix(in srgb,currentColor 18%,transparent)}
.inline[data-live]{--top:52px}
.frames{display:contents}
.card,.frames>:not([hidden]){position:absolute!important;z-index:auto!important;inset:var(--top) 0 0!important;margin:auto!important;width:min(var(--w),100%)!important;height:min(var(--h),100% - var(--top))!important;max-width:none!important;max-height:none!important;border:0!important;border-radius:var(--human-connect-frame-radius,12px)!important}
.card{display:grid;place-content:center;justify-items:center;gap:1rem;background:var(--human-connect-surface,Canvas);text-align:center}
.status{margin:0;padding:0 1.5rem}
.spinner{width:26px;height:26px;border-radius:50%;border:3px solid color-mix(in srgb,currentColor 18%,transparent);border-top-color:var(--human-connect-accent,#0b6e6b);animation:turn .9s linear infinite}
@keyframes turn{to{rotate:1turn}}
@keyframes fade{from{opacity:0}}
button{font:600 1rem/1.5 var(--human-connect-font,system-ui,sans-serif);min-height:44px;padding:0 1.25rem;border:1px solid color-mix(in srgb,currentColor 28%,transparent);border-radius:var(--human-connect-radius,12px);background:none;color:inherit;cursor:pointer}
button:hover{background:color-mix(in srgb,currentColor 8%,transparent)}
button:focus-visible{outline:3px solid var(--human-connect-focus,Highlight);outline-offset:2px}
.doubt{position:absolute;inset:auto 12px max(12px,env(safe-area-inset-bottom));display:flex;flex-wrap:wrap;align-items:center;justify-content:center;gap:.5rem 1rem;width:fit-content;max-width:calc(100% - 56px);margin:auto;padding:10px 16px;border:1px solid transparent;text-align:center;border-radius:var(--human-connect-radius,12px);background:var(--human-connect-surface,Canvas);box-shadow:0 0 0 1px color-mix(in srgb,currentColor 18%,transparent),0 8px 24px rgb(17 27 33/.24)}
.doubt p{margin:0}
.bar{position:absolute;inset-block-start:max(12px,env(safe-area-inset-top));inset-inline-end:max(12px,env(safe-area-inset-right));display:flex;gap:8px}
.bar button{color:#fff;background:rgb(17 27 33/.9);border-color:rgb(255 255 255/.4)}
.bar button:hover{background:#111b21}
.bar .reload{font-weight:400}
.inline .bar{inset-block-start:4px}
.inline .bar button{color:inherit;background:none;border-color:transparent}
.inline .bar button:hover{background:color-mix(in srgb,currentColor 8%,transparent)}
[hidden],:not([data-live])>.bar,[data-live] .card{display:none!important}
:not([data-live])>.frames>*{visibility:hidden!important}
@media(max-width:1050px),(max-height:640px){
.modal{--top:calc(52px + env(safe-area-inset-top))}
.modal[data-live]{background:var(--human-connect-surface,Canvas)}
.modal .card,.modal .frames>:not([hidden]){border-radius:0!important;width:100%!important;height:calc(100% - var(--top))!important}
.modal:not([data-live]){--top:0px}
.modal .bar{inset-block-start:calc(4px + env(safe-area-inset-top))}
.modal .bar button{color:inherit;background:none;border-color:transparent}
.modal .bar button:hover{background:color-mix(in srgb,currentColor 8%,transparent)}
}
@media print{.modal{opacity:0!important}}
@media(prefers-reduced-motion:reduce){.modal{animation:none}.spinner{animation-duration:4s}}
@media(forced-colors:active){.modal{background:Canvas}.card{border:1px solid CanvasText!important}.bar button{color:ButtonText}.spinner{border-color:GrayText;border-top-color:Highlight}}
`;
