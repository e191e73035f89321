/**
 * The stage's own stylesheet. `!important` on the stage's element overrides any rule of a host's stylesheet. Sizes depend on the user's
 * own font size, not on the host's `rem`, and custom properties have names that no other code uses. Colours and shapes come from the
 * custom properties of styles.css, as computed around the opener.
 *
 * Where there is room, Connect is centred on the dimmed page with a round × at its corner; elsewhere it fills the window below a bar with
 * title and ×, or next to a vertical bar on a phone in landscape orientation.
 */
export const stageStyles = `
:host{all:initial!important;display:block!important;color-scheme:inherit!important;direction:inherit!important;-webkit-text-size-adjust:100%!important;position:fixed!important}
:host::before,:host::after{content:none!important}
.modal,.inline{--hc-opacity:.6;--hc-w:var(--human-connect-frame-width,830px);--hc-h:var(--human-connect-frame-height,590px);--hc-accent:var(--human-connect-accent,#0b6e6b);--hc-ground:var(--human-connect-surface,Canvas);--hc-line:1px solid color-mix(in srgb,currentColor 18%,transparent);box-sizing:border-box;display:flex;flex-direction:column;margin:0;padding:0;border:0;overflow:hidden;color:var(--human-connect-text,CanvasText);font:400 medium/1.5 var(--human-connect-font,system-ui,sans-serif)}
@supports(color:light-dark(red,red)){.modal,.inline{--hc-accent:var(--human-connect-accent,light-dark(#0b6e6b,#5cc9c0))}}
.modal{position:fixed;inset:0;width:100%;height:100%;max-width:none;max-height:none;background:rgb(17 27 33/var(--hc-opacity,.6));animation:fade .2s}
.modal:focus,.inline:focus{outline:none}
.modal::backdrop{background:none}
:host([data-human-connect-stage=inline]){position:static!important;height:100%!important}
.inline{position:relative;height:100%;--hc-w:100%;--hc-h:100%;background:var(--hc-ground);border-radius:var(--human-connect-frame-radius,12px);border:var(--hc-line)}
.area{position:relative;flex:1;min-width:0;min-height:0}
.frames{display:contents}
.card,.frames>:not([hidden]){position:absolute!important;z-index:auto!important;inset:0!important;margin:auto!important;width:min(var(--hc-w),100%)!important;height:min(var(--hc-h),100%)!important;max-width:none!important;max-height:none!important;border:0!important;border-radius:var(--human-connect-frame-radius,12px)!important}
.frames>iframe{background:var(--hc-ground)!important;outline:var(--hc-line)!important}
.card{box-sizing:border-box;text-wrap:balance;display:grid;overflow:auto;place-content:safe center;justify-items:center;gap:1em;background:var(--hc-ground);text-align:center}
.card>*{animation:fade .2s .3s backwards}
.status,.doubt p{unicode-bidi:plaintext}
.status{margin:0;padding:0 1.5em}
.card>.spinner{width:26px;height:26px;border-radius:50%;border:3px solid color-mix(in srgb,currentColor 18%,transparent);border-top-color:var(--hc-accent);animation:fade .2s .3s backwards,turn .9s linear infinite}
@keyframes turn{to{rotate:1turn}}
@keyframes fade{from{opacity:0}}
button{font:600 1em/1.5 var(--human-connect-font,system-ui,sans-serif);min-height:44px;padding:0 1.25em;border:1px solid color-mix(in srgb,currentColor 28%,transparent);border-radius:var(--human-connect-radius,12px);background:none;color:inherit;cursor:pointer}
button:hover{background:color-mix(in srgb,currentColor 8%,transparent)}
button:focus-visible{outline:3px solid var(--human-connect-focus,var(--hc-accent));outline-offset:2px}
.doubt{position:absolute;inset:auto 12px calc(50% - min(var(--hc-h),100%)/2 + 12px);display:flex;flex-wrap:wrap;align-items:center;justify-content:center;gap:.5em 1em;width:fit-content;max-width:calc(min(var(--hc-w),100%) - 56px);margin:auto;padding:10px 16px;border:1px solid transparent;text-align:center;border-radius:var(--human-connect-radius,12px);background:var(--hc-ground);box-shadow:0 0 0 1px color-mix(in srgb,currentColor 18%,transparent),0 8px 24px rgb(17 27 33/.24)}
.doubt p{margin:0}
.bar{order:-1;display:flex;align-items:center;gap:8px;min-height:44px;padding-inline-start:16px}
.title{flex:1;min-width:0;margin:0;font-size:.875em;overflow-wrap:anywhere}
.title,.bar button{color:color-mix(in srgb,currentColor 80%,transparent)}
.bar button{border-color:transparent}
.reload{margin-inline:-12px auto;padding:0 12px;font-weight:400;text-decoration:underline;text-align:start}
.close{position:relative;flex:none;width:44px;padding:0;margin-inline-start:auto;border-radius:50%}
.close::before,.close::after{content:"";position:absolute;inset:0;width:14px;height:0;margin:auto;border-top:1.5px solid;rotate:45deg}
.close::after{rotate:-45deg}
.close:focus-visible,.reload:focus-visible{outline-offset:-3px}
[hidden],:not([data-live])>.bar,[data-live]>.area>.card{display:none!important}
:not([data-live])>.area>.frames>*{visibility:hidden!important}
@media(min-width:1051px) and (min-height:701px){
.modal .bar{display:contents}
.modal .title{display:none}
.modal .bar button{position:absolute;margin:0;color:#fff;background:rgb(17 27 33/.4);outline-offset:2px}
.modal .bar button:hover{background:#111b21}
.modal .close{inset-block-start:max(12px,50% - var(--hc-h)/2);inset-inline-end:max(12px,50% - var(--hc-w)/2 - 56px)}
.modal .bar .reload{background:rgb(17 27 33/.9);inset:min(50% + var(--hc-h)/2 + 8px,100% - 52px) 0 auto;width:fit-content;margin:0 auto}
}
@media(max-width:1050px),(max-height:700px){
.modal{padding:env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom) env(safe-area-inset-left);--hc-w:100%;--hc-h:100%}
.modal[data-live]{background:var(--hc-ground)}
.modal .bar{background:color-mix(in srgb,currentColor 7%,transparent)}
.modal .close::before,.modal .close::after{width:12px}
.modal:not([data-live]){padding:0}
.modal .card,.modal .frames>:not([hidden]){border-radius:0!important}
}
@media(max-height:480px) and (min-width:481px){
.modal{flex-direction:row}
.modal .bar{order:0;flex-direction:column;gap:0;padding:0}
.modal .title{display:none}
.modal .close{order:-1;margin:0}
.modal .reload{min-height:0;min-width:44px;margin:auto 0 0;padding:12px 0;writing-mode:vertical-rl}
}
@media print{.modal{opacity:0!important}}
@media(prefers-reduced-motion:reduce){.modal{animation:none}.card>*{animation-duration:0s}.card>.spinner{animation-duration:0s,4s}}
@media(forced-colors:active){.modal{background:Canvas}.card{border:1px solid CanvasText!important}.frames>iframe{outline-color:CanvasText!important}.bar button{color:ButtonText!important;border-color:ButtonText!important}.spinner{border-color:GrayText;border-top-color:Highlight}}
@media(prefers-contrast:more){.modal,.inline{--hc-line:1px solid}.bar button{border-color:currentColor!important}}
`;
