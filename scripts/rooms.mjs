// The rooms of each folder of sources, lowest first, and what each is for. docs/decisions/0036-rooms.md says why.

/**
 * A room may import what lies in it and below it. What a folder holds beside its rooms are its doors, which lie above all of them; a door
 * that is named here lies where it is named. ARCHITECTURE.md shows this list.
 *
 * @type {Record<string, Readonly<Record<string, string>>>}
 */
export const rooms = {
  "packages/core/src": {
    base: "knows nothing of Connect",
    model: "what a session is: source, state, event, error; pure",
    page: "the host page, read and changed safely",
    words: "what a user or a developer reads",
    token: "the request for a token, and the one that is kept",
    "token.ts": "what a backend may answer",
    "vendor-options.ts": "what the vendor's client is opened with",
    vendor: "how the vendor's client is spoken to",
    stage: "what is on the screen",
    client: "where the vendor's code comes from",
    widget: "one opening of the frame",
    session: "one click, to its end",
    legacy: "the popup of before 2018",
    testing: "Connect for unit tests",
  },
  "packages/react/src": {},
  "packages/vue/src": {
    composables: "options, states and events as Vue has them",
    render: "props and what is drawn of them",
    components: "button, card, list, status",
  },
  "packages/element/src": {
    dom: "the host page, and the element in it",
    tree: "what is drawn; pure",
    controllers: "a connection and its events in an element's life",
    attributes: "what markup says, and what it may say",
    elements: "button, card, list, status",
    html: "their markup, for servers",
  },
  "packages/server/src": {
    base: "errors, log, deadlines",
    policy: "the content security policy",
    store: "where tokens are kept",
    service: "one call of Human API",
    token: "tokens of one user: requested, read, kept, forgotten",
    data: "the Data API",
    legacy: "the tokens of before 2018",
    humanity: "the Humanity API",
    api: "all of it as one object",
    reply: "what every endpoint of ours does with a request",
    endpoint: "the token endpoint",
    notification: "the notification endpoint",
    node: "Node's requests and responses",
    doctor: "the checks of `human-connect-doctor`",
  },
  "packages/sandbox/src": {
    base: "HTTP, time, chance",
    world: "users, providers, and what they have",
    auth: "tokens and the admin API",
    data: "the Data API",
    pages: "what serves the Connect page",
    legacy: "Connect of before 2018",
    humanity: "the Humanity API",
    notification: "notifications to a backend",
    sandbox: "all of it as one server",
    command: "`human-connect-sandbox`",
  },
  "packages/sandbox/page": {
    host: "how the Connect page hears and tells",
    state: "what it knows",
    hooks: "focus, keys and loading",
    parts: "what screens are made of",
    screens: "one for each step of a user",
  },
};

/** The list as ARCHITECTURE.md shows it. */
export function drawRooms() {
  const width = Math.max(...Object.values(rooms).flatMap((order) => Object.keys(order).map((name) => name.length)));
  const line = ([name, what]) => `  ${`${name}${name.endsWith(".ts") ? "" : "/"}`.padEnd(width + 3)}${what}`;
  const draw = ([folder, order]) => [`${folder}/`, ...Object.entries(order).map(line)].join("\n");
  return Object.entries(rooms)
    .filter(([, order]) => Object.keys(order).length)
    .map(draw)
    .join("\n\n");
}
