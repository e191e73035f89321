import { expect, it } from "vitest";
import { resolveHumanityOptions, type HumanityOptions } from "../src/humanity/options.js";
import { contentSecurityPolicy } from "../src/index.js";
import { resolveNotificationOptions, type NotificationHandlerOptions } from "../src/notification/options.js";
import { resolveOptions, type HumanApiOptions } from "../src/token/human-api-options.js";

/** Names of a type's options that need not be given. */
type Optional<T> = Record<{ [K in keyof T]-?: object extends Pick<T, K> ? K : never }[keyof T], undefined>;

const unset: Optional<HumanApiOptions> = {
  authUrl: undefined,
  userUrl: undefined,
  dataUrl: undefined,
  store: undefined,
  encryptionKeys: undefined,
  timeoutMs: undefined,
  retries: undefined,
  renewBeforeMs: undefined,
  renewalPauseMs: undefined,
  storeTimeoutMs: undefined,
  fetch: undefined,
  onLog: undefined,
  now: undefined,
  random: undefined,
};
const unsetHumanity: Optional<HumanityOptions> = {
  redirectUri: undefined,
  tokenIn: undefined,
  tokenUrl: undefined,
  apiUrl: undefined,
  store: undefined,
  encryptionKeys: undefined,
  timeoutMs: undefined,
  retries: undefined,
  renewBeforeMs: undefined,
  storeTimeoutMs: undefined,
  fetch: undefined,
  onLog: undefined,
  now: undefined,
  random: undefined,
};
const unsetNotification: Optional<NotificationHandlerOptions> = {
  eventId: undefined,
  store: undefined,
  rememberMs: undefined,
  claimMs: undefined,
  toleranceMs: undefined,
  answerWithinMs: undefined,
  waitUntil: undefined,
  maxBytes: undefined,
  onLog: undefined,
  now: undefined,
};

const [sound, account] = [
  { clientId: "id", clientSecret: "secret" },
  { username: "name", password: "word" },
];
const notified = { clientSecret: "secret", signature: "unsigned", onNotification: () => {} } as const;

/** Settings without their functions, whose code is compared. */
const comparable = (settings: object): string =>
  JSON.stringify(settings, (_, value: unknown) => (typeof value === "function" ? String(value) : value));

it.each<[string, given: object, without: object]>([
  ["createHumanApi", resolveOptions({ ...sound, ...unset }), resolveOptions(sound)],
  [
    "createHumanityClient",
    resolveHumanityOptions({ ...sound, ...account, ...unsetHumanity }),
    resolveHumanityOptions({ ...sound, ...account }),
  ],
  [
    "createNotificationHandler",
    resolveNotificationOptions({ ...notified, ...unsetNotification }),
    resolveNotificationOptions(notified),
  ],
  [
    "contentSecurityPolicy",
    contentSecurityPolicy({ client: undefined, baseUrl: undefined, nonce: undefined, trustedTypes: undefined }),
    contentSecurityPolicy(),
  ],
])("%s takes an option that is undefined for one that is not given", (_, given, without) => {
  expect(comparable(given)).toBe(comparable(without));
});
