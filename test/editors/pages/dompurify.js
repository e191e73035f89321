import DOMPurify from "dompurify";

window.sanitize = (html) => DOMPurify.sanitize(html);
