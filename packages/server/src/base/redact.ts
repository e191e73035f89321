import { replaceRandom } from "./random-text.js";

const redacted = "[redacted]";

/** A longer text is truncated first. */
const mostLetters = 16_384;

/**
 * Removes everything from a text that may be a secret: first values whose label or prefix says so, then random strings anywhere.
 * E-mail addresses are removed as well, because many hosts identify users by them.
 */
export function redact(text: string): string {
  let rest = cutBetweenWords(text, mostLetters);
  for (const [shape, instead] of rules) rest = rest.replaceAll(shape, instead);
  rest = rest.replaceAll(named, (_, name: string, value: string) => name + redactValue(value));
  return replaceRandom(rest, redacted);
}

/** The same for a parsed JSON value: its strings, and whole values whose name says that they are secret. Returns new objects. */
export function redactJson(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return redact(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth > mostDepth) return redacted;
  if (Array.isArray(value)) return value.map((item) => redactJson(item, depth + 1));
  const entries = Object.entries(value).map(([name, item]): [string, unknown] => {
    const isNamed = typeof item !== "object" && namesSecret(name);
    return [redact(name), isNamed ? redacted : redactJson(item, depth + 1)];
  });
  return Object.fromEntries(entries);
}

const mostDepth = 20;

const namesSecret = (name: string): boolean =>
  `${name}=x`.replaceAll(named, "") !== `${name}=x` || /authorization|cookie/i.test(name);

/** Truncates at white space, so that no part of a secret remains, which no rule would recognize. */
export function cutBetweenWords(text: string, most: number): string {
  if (text.length <= most) return text;
  let end = most;
  while (end > 0 && /\S/.test(text[end]!)) end -= 1;
  return `${text.slice(0, end)} …`;
}

/** Keeps the quotes, so that JSON remains readable. */
function redactValue(value: string): string {
  const quote = /^\\*["'`]/.exec(value)?.[0] ?? "";
  return quote + redacted + (value.length > quote.length && value.endsWith(quote) ? quote : "");
}

/** A value whose name says that it is a secret: `token=`, `"client_secret":`, `password =>`, and the same URL-encoded. */
const named =
  /((?:token|secret|passw(?:or)?d|passphrase|passcode|credential|signature|jwt|csrf|xsrf|(?:api|access|private|secret|master|signing|encryption|account|shared|auth)[-_]?key|session[-_]?(?:id|key)|(?<![a-z\d])(?:pwd|pass|pw|sid|psk|otp)(?![a-z\d]))(?:s|[-_]?(?:value|hash|text|string|data|hint|id|b64|base64|\d{1,3}))?(?:["'`\\\]]|%22|%2522|%27){0,6}[ \t]{0,3}(?:=>|[=:]|%3[AD]|%253[AD])[ \t]{0,3})("(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|`[^`]*`?|\\+["'][^"']*["']?|[[{][^\]}]*[\]}]?|(?:(?![,)\]}]{1,3}(?:\s|$))[^\s"'`&;<>])+)/gi;

/** Applied in this order. */
const rules: readonly (readonly [shape: RegExp, instead: string])[] = [
  // Keys in PEM, also without their end.
  [/-----BEGIN[^]*?(?:-----END[^-\r\n]*-----|$)/g, redacted],
  // Headers, for any scheme: to the end of the line.
  [
    /\b((?:proxy-)?authorization|(?:set-)?cookie2?)(?:["'`\\\]]|%22|%2522|%27){0,6}[ \t]{0,3}(?:=>|[=:,]|%3[AD]|%253[AD])[^\r\n]*/gi,
    `$1: ${redacted}`,
  ],
  [
    /\b(authorization)[ \t]+(?:basic|bearer|digest|negotiate|ntlm|token|apikey|oauth|aws4|hmac)[^\r\n]*/gi,
    `$1 ${redacted}`,
  ],
  [/\b(digest|hawk|signature|oauth|aws4-hmac-sha256|sharedkey|hmac)\s+\w+\s?=[^\r\n]*/gi, `$1 ${redacted}`],
  // The error of fetch for an invalid header quotes it, with its line breaks.
  [/(["'`])(bearer|basic|digest|dpop|negotiate)\s[^"'`]*\1/gi, `$1$2 ${redacted}$1`],
  [/\b(bearer|dpop|negotiate|ntlm)(\s+|%20|\+)["'`]?[^\s"'`<>]+/gi, `$1$2${redacted}`],
  // Words such as "Basic auth" are not credentials.
  [/\b([Bb]asic|BASIC)(\s+|%20)(?![A-Z]?[a-z]+\b|[A-Z]+\b)[\w+/=~.-]{4,}/g, `$1$2${redacted}`],
  // Name and password in a URL, also if the password holds reserved characters, or if the scheme is missing.
  [/(:\/\/)[^\s/?#"<>]*@/g, `$1${redacted}@`],
  [/(:\/\/)[^\s/?#"<>@:]*:(?!\d{1,5}(?:[/?#]|$))[^\s"<>@]{0,200}@/g, `$1${redacted}@`],
  [/(%3A%2F%2F)[^\s&"<>]{0,300}?%40/gi, `$1${redacted}%40`],
  [/(?<![\w.%+/:-])[\w.%+-]+:[^\s/@:"'<>]+@(?=[\w[])/g, `${redacted}@`],
  // JSON Web Tokens, signed or not, encrypted or not: they begin with base64 of a brace and a quote or white space.
  [/(?<![A-Za-z\d])e(?:yJ|yA|wo|wk|w0)[\w-]{6,}[\w.=-]*/g, redacted],
  // Keys with a known prefix: AWS, refresh tokens of Human API, GitHub and others.
  [/\bA(?:3T[A-Z\d]|KIA|SIA|GPA|IDA|ROA|IPA|NPA|NVA)[A-Z\d]{16}\b/g, redacted],
  [/\b(?:idrt|atrt)-[\w.~+/=-]+/g, redacted],
  [
    /\b(?:gh[opusr]_|github_pat_|gl(?:pat|dt|rt|cbt|ptt|ft|soat)-|xox[a-z]-|xapp-|[spr]k[-_]|npm_|pypi-|shp[a-z]{2}_|hf_|s:|s%3A|AIza|ya29\.|SG\.)(?=[\w.%-]*\d)[\w.%-]{12,}/g,
    redacted,
  ],
  [/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi, redacted],
  [/[\da-f]{32,}/gi, redacted],
  // In a query or a form, short names are enough.
  [
    /([?&;#]|%3F|%26|%253F|%2526)([\w.[\]-]{0,40}(?:token|secret|key|passw|pwd|code|state|sig|auth|sess|sid|jwt|ticket|cred|otp|assertion|nonce|pin|hash|user|mail)[\w.[\]-]{0,20})(=|%3D|%253D)[^&\s"'`<>;]+/gi,
    `$1$2$3${redacted}`,
  ],
  [/(?<![\w?&-])(code|key|state|sig|auth|pin|otp)=[^&\s"'`<>]+(?=&)/gi, `$1=${redacted}`],
  // Options of a command, elements of XML, words in a sentence.
  [/(--[\w-]{0,40}(?:token|secret|passw(?:or)?d|key)\s+)(?!-)\S+/gi, `$1${redacted}`],
  [/(<[\w:-]{0,40}(?:token|secret|passw(?:or)?d|key)[\w:-]{0,20}[^<>]{0,200}>)[^<]+(?=<\/)/gi, `$1${redacted}`],
  [/\b((?:token|secret|password|passphrase)\s+(?:is|was)\s+)(?=\S*\d)\S{4,}/gi, `$1${redacted}`],
  [/\b((?:token|secret|password|passphrase|key)\s+(["'`]))(?!\s)[^"'`\r\n]{4,}\2/gi, `$1${redacted}$2`],
  [/(?<![\w.%+-])[\w.%+-]+(?:@|%40)(?=[a-z])[\w-]+\.[\w.-]+/gi, redacted],
];
