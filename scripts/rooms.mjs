// The rooms of each source folder, lowest first, and the purpose of each. See docs/decisions/0036-rooms.md for the reasons.

/**
 * A room may import from itself and from lower rooms. The other files of a folder are its doors, which are above all rooms; a door that is
 * named here has the position at which it is named. ARCHITECTURE.md shows this list.
 *
 * @type {Record<string, Readonly<Record<string, string>>>}
 */
export const rooms = {
  "packages/core/src": {
    base: "helpers that do not depend on Connect",
    model: "source, session, state, event, error; pure",
    page: "safe access to the host page",
    words: "texts for users and developers",
    languages: "the words in one language each, for those who ask for it",
    token: "the request for a token, and the cached token",
    "token.ts": "the answers that a backend may give",
    "vendor-options.ts": "the options of the vendor's open()",
    vendor: "the protocol of the vendor's client",
    stage: "the dialog or container that shows Connect",
    client: "loads the vendor's code",
    direct: "opens Connect without the vendor's code",
    widget: "one opening of the frame",
    session: "one session, from the click to its end",
    legacy: "the popup used before 2018",
    testing: "the fake client for unit tests",
    "clients.ts": "the clients that a host page may choose",
    "human-connect.ts": "one instance",
    face: "what React, Vue and the elements share",
  },
  "packages/react/src": {},
  "packages/vue/src": {
    composables: "reactive options, states and events",
    render: "props, and rendering them",
    components: "button, card, list, status",
  },
  "packages/element/src": {
    dom: "the host page, and the element in it",
    tree: "render trees; pure",
    controllers: "an instance and its events during an element's life",
    attributes: "attributes, and the values that markup may set",
    elements: "button, card, list, status",
    html: "server-rendered markup",
    links: "links that become buttons or blocks",
  },
  "packages/server/src": {
    base: "errors, log, deadlines",
    policy: "the content security policy",
    store: "token stores",
    service: "one call of Human API",
    token: "tokens of one user: requested, read, cached, forgotten",
    data: "the Data API",
    legacy: "the tokens used before 2018",
    humanity: "the Humanity API",
    api: "all of the above as one object",
    reply: "requests and replies of every endpoint",
    endpoint: "the token endpoint",
    notification: "the notification endpoint",
    node: "Node's requests and responses",
    doctor: "the checks of `human-connect-doctor`",
  },
  "packages/sandbox/src": {
    base: "HTTP, time, randomness",
    world: "users, providers, and what they have",
    auth: "tokens and the admin API",
    data: "the Data API",
    pages: "serves the Connect page",
    legacy: "Connect before 2018",
    humanity: "the Humanity API",
    notification: "notifications to a backend",
    sandbox: "all of the above as one server",
    command: "`human-connect-sandbox`",
  },
  "packages/sandbox/page": {
    host: "messages to and from the host page",
    state: "the state of the Connect page",
    hooks: "focus, keys and loading",
    parts: "building blocks of screens",
    screens: "one screen for each step",
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
