const { pathToFileURL } = require("node:url");

/** As `own-url.mjs`. */
exports.ownUrl = pathToFileURL(__filename).href;
