/**
 * The source of a classic script for the top of a server-rendered page: it remembers the last click on a button of the kit that is not
 * hydrated, or not defined, yet, and the face repeats the click once it is. Without it such a click does nothing. It sends and stores
 * nothing, and adds nothing to the page but two listeners.
 *
 * A click is repeated once, and only within ten seconds, on the page whose URL it was made on, unless a script has prevented it, a later
 * click went elsewhere, or Escape was pressed. The page's own click handlers run then, as for any click.
 *
 * Write it with the nonce of your Content Security Policy, or allow {@link earlyScriptHash}. The same script is the file
 * `@human-connect/core/early-script.js`.
 *
 * @example <script nonce={nonce} dangerouslySetInnerHTML={{ __html: earlyScript }} suppressHydrationWarning />
 */
export const earlyScript: string = /* @__PURE__ */ [
  "(()=>{let p,s=new WeakSet,",
  // An element may hide the methods of a form, and the path of an event ends with the document and the window.
  'm=n=>n instanceof Element&&Element.prototype.matches.call(n,".human-connect-button,human-connect-button:not(:defined)");',
  'addEventListener("click",e=>{if(!e.isTrusted)return;let b=e.composedPath().find(m);',
  // An element of the kit asks for its host, whose shadow tree it renders again.
  "p=b&&{e,b:[b,b.getRootNode().host],u:location.href}},true);",
  'addEventListener("keydown",e=>{if(e.key=="Escape")p=0},true);',
  'self[Symbol.for("human-connect.early")]=b=>{if(s.has(b))return;s.add(b);',
  // While the event is being dispatched, the framework hydrates because of it, and hands it on by itself.
  "if(p&&p.b.includes(b)&&!p.e.eventPhase&&!p.e.defaultPrevented&&p.u==location.href&&1e4>performance.now()-p.e.timeStamp)",
  // Later, because StrictMode unmounts what it has just mounted, and a page sets the properties of an element after its definition.
  "setTimeout(()=>b.isConnected&&b.click())}})()",
].join("");

/** The hash of {@link earlyScript}, for `script-src` of your Content Security Policy, in single quotes. */
export const earlyScriptHash = "sha256-dLuhGKOpzQclqnfz7ZMIGIGy0MhpW9sB0TF7GsfnAZM=";
