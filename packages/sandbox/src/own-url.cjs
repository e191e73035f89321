const { pathToFileURL } = require("node:url");

/** The CommonJS variant of `own-url.mjs`. */
exports.ownUrl = pathToFileURL(__filename).href;
