// A script of this site that is called when it should not be: it does nothing but count.
globalThis.ownScriptRan = (globalThis.ownScriptRan ?? 0) + 1;
