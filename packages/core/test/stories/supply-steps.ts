import type { Opening } from "./model-session.js";
import { isShown, type Seen, type Step } from "./step.js";

const isAsked = ({ tokens }: Seen): boolean => Boolean(tokens.isAsked);
const isLoading = ({ session }: Seen): boolean => session?.phase === "preparing" && !session.opening;

/** The forms of a token, for the current client, and for the legacy one, whose tokens are never held. */
const grants = {
  current: [
    { form: "text", grant: "word", word: "word", lifeMs: undefined },
    { form: "a grant", grant: { session_token: "word", expires_in: 3600 }, word: "word", lifeMs: 3_600_000 },
  ],
  legacy: [
    { form: "text", grant: "public", word: "public", lifeMs: 0 },
    { form: "a grant", grant: { publicToken: "public" }, word: "public", lifeMs: 0 },
    { form: "nothing", grant: "", word: "", lifeMs: 0 },
    { form: "a grant of nothing", grant: { publicToken: null }, word: "", lifeMs: 0 },
  ],
};

/** What `getToken` gives. */
export const backendSteps: readonly Step[] = [
  ...(["current", "legacy"] as const).flatMap((client) =>
    grants[client].map(({ form, grant, word, lifeMs }): Step => ({
      name: `token: comes as ${form}`,
      weight: word ? 24 : 6,
      canHappen: ({ tokens }) => tokens.isAsked === client,
      happen(model, world) {
        model.tokenComes(word, lifeMs);
        world.tokens.give(grant);
      },
    })),
  ),
  {
    name: "token: fails",
    weight: 2,
    canHappen: isAsked,
    happen(model, world) {
      model.tokenFails("token-failed");
      world.tokens.fail();
    },
  },
  {
    name: "token: is a page of HTML",
    weight: 2,
    canHappen: isAsked,
    happen(model, world) {
      model.tokenFails("token-malformed");
      world.tokens.give("<!doctype html>");
    },
  },
  {
    name: "token: comes as a grant of the other client",
    canHappen: isAsked,
    happen(model, world) {
      const grant = model.tokens.isAsked === "legacy" ? { session_token: "word" } : { publicToken: "" };
      model.tokenFails("token-malformed");
      world.tokens.give(grant);
    },
  },
  {
    name: "token: comes with the client secret",
    weight: 2,
    canHappen: isAsked,
    happen(model, world) {
      model.tokenFails("token-exposed");
      world.tokens.give({ token: "word", client_secret: "secret" });
    },
  },
];

/** What becomes of the question whether Connect can be reached. */
export const networkSteps: readonly Step[] = [
  {
    name: "network: fails",
    weight: 24,
    canHappen: isShown,
    happen(model, world) {
      model.session!.networkFails();
      world.vendor.network.fail();
    },
  },
  {
    name: "network: is well",
    canHappen: isShown,
    happen(model, world) {
      model.session!.networkAnswers();
      world.vendor.network.give(new Response());
    },
  },
];

/** What comes of loading the vendor's client, and of its `open()`. */
export const vendorSteps: readonly Step[] = [
  // Most stories should get as far as the widget.
  ...(["shows the widget", "throws", "refuses", "adds nothing"] as const).map((opening: Opening): Step => ({
    name: `client: comes and ${opening}`,
    weight: opening === "shows the widget" ? 48 : 2,
    canHappen: isLoading,
    happen(model, world) {
      model.clientComes(opening);
      world.vendor.give(opening);
    },
  })),
  {
    name: "client: fails",
    weight: 2,
    canHappen: isLoading,
    happen(model, world) {
      model.clientFails("client-failed");
      world.vendor.fail();
    },
  },
  {
    name: "client: has no open()",
    weight: 2,
    canHappen: isLoading,
    happen(model, world) {
      model.clientFails("client-malformed");
      world.vendor.give("is junk");
    },
  },
];
