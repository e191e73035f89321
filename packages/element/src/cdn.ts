// The one file for pages without a build: it registers the elements and holds everything they ever need.
import "./define.js";
