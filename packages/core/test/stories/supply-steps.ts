import type { Opening } from "./model-session.js";
import { isShown, type Seen, type Step } from "./step.js";

const isAsked = ({ token }: Seen): boolean => token.kind === "asked";
const isLoading = ({ session }: Seen): boolean => session?.phase === "preparing" && !session.opening;

/** What `getToken` gives. */
export const backendSteps: readonly Step[] = [
  ...[
    { form: "text", grant: "word", lifeMs: undefined },
    { form: "a grant", grant: { session_token: "word", expires_in: 3600 }, lifeMs: 3_600_000 },
  ].map(({ form, grant, lifeMs }): Step => ({
    name: `token: comes as ${form}`,
    weight: 12,
    canHappen: isAsked,
    happen(model, world) {
      model.tokenComes(lifeMs);
      world.tokens.give(grant);
    },
  })),
  {
    name: "token: fails",
    canHappen: isAsked,
    happen(model, world) {
      model.tokenFails("token-failed");
      world.tokens.fail();
    },
  },
  {
    name: "token: is a page of HTML",
    canHappen: isAsked,
    happen(model, world) {
      model.tokenFails("token-malformed");
      world.tokens.give("<!doctype html>");
    },
  },
  {
    name: "token: comes with the client secret",
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
      model.networkFails();
      world.network.fail();
    },
  },
  {
    name: "network: is well",
    canHappen: isShown,
    happen(model, world) {
      model.networkAnswers();
      world.network.give(new Response());
    },
  },
];

/** What comes of loading the vendor's client, and of its `open()`. */
export const vendorSteps: readonly Step[] = [
  // Most stories should get as far as the widget.
  ...(["shows the widget", "throws", "refuses", "adds nothing"] as const).map((opening: Opening): Step => ({
    name: `client: comes and ${opening}`,
    weight: opening === "shows the widget" ? 24 : 1,
    canHappen: isLoading,
    happen(model, world) {
      model.clientComes(opening);
      world.giveClient(opening);
    },
  })),
  {
    name: "client: fails",
    canHappen: isLoading,
    happen(model, world) {
      model.clientFails("client-failed");
      world.failClient();
    },
  },
  {
    name: "client: has no open()",
    canHappen: isLoading,
    happen(model, world) {
      model.clientFails("client-malformed");
      world.giveClient("is junk");
    },
  },
];
