import type {} from "../src/react-types.js";
import type {} from "../src/solid-types.js";
import type {} from "../src/vue-types.js";
import {
  ConnectController,
  HumanConnectButton,
  HumanConnectCard,
  type ConnectDomEventMap,
} from "@human-connect/element";
import type { ConnectSession, HumanConnectError, HumanConnectState } from "@human-connect/core";
import type { JSX as SolidJSX } from "solid-js";
import type { GlobalComponents } from "vue";
import { expectTypeOf } from "vitest";

// The page

const button = document.querySelector("human-connect-button")!;
expectTypeOf(button).toEqualTypeOf<HumanConnectButton>();
expectTypeOf(document.createElement("human-connect-list").htmlFor).toEqualTypeOf<string | null | undefined>();
expectTypeOf(document.createElement("human-connect-list").detailed).toEqualTypeOf<boolean>();
expectTypeOf(document.querySelector("human-connect-card")!).toEqualTypeOf<HumanConnectCard>();
expectTypeOf<HumanConnectCard>().toExtend<HumanConnectButton>();
expectTypeOf(button.state).toEqualTypeOf<HumanConnectState>();
expectTypeOf(button.open({ segment: "adults" })).resolves.toEqualTypeOf<HumanConnectState>();

button.addEventListener("human-connect-close", ({ detail }) => {
  expectTypeOf(detail.session).toEqualTypeOf<ConnectSession>();
  expectTypeOf(detail.reason).toEqualTypeOf<"finished" | "closed-by-host" | "cancelled">();
  // @ts-expect-error -- the type is the event's own
  void detail.type;
});
document.body.addEventListener("human-connect-error", ({ detail }) => {
  expectTypeOf(detail.error).toEqualTypeOf<HumanConnectError>();
});
expectTypeOf<keyof ConnectDomEventMap>().toEqualTypeOf<
  | "human-connect-open"
  | "human-connect-connect"
  | "human-connect-disconnect"
  | "human-connect-close"
  | "human-connect-error"
>();

// @ts-expect-error -- no such moment
button.prepareOn = "hover";
// @ts-expect-error -- read-only
button.state = { status: "idle", currentConnections: [] };
new ConnectController(button, { tokenUrl: "/api/human-connect/token" });
// @ts-expect-error -- no such option
new ConnectController(button, { tokenURL: "/api/human-connect/token" });

// React

void (
  <>
    <human-connect-button
      token-url="/api/token"
      label-connect="Share"
      id="connect"
      class="wide"
      locale="es"
      mode="auth"
      user="ada"
      client="cdn"
      disabled
      inline
      prepareOn="visible"
      options={{ segment: "adults" }}
      getToken={() => "token"}
      onhuman-connect-close={({ detail }) => expectTypeOf(detail.session).toEqualTypeOf<ConnectSession>()}
    >
      Share my records
    </human-connect-button>
    <human-connect-status for="connect" locale="es" live />
    <human-connect-list for="connect" locale="es" detailed />
    <human-connect-card
      token-url="/api/token"
      headingLevel={3}
      inline
      onhuman-connect-error={({ detail }) => expectTypeOf(detail.error).toEqualTypeOf<HumanConnectError>()}
    >
      <span slot="heading">My records</span>
    </human-connect-card>
  </>
);
// @ts-expect-error -- no such mode
void (<human-connect-button mode="edit" />);
// @ts-expect-error -- a level is a number
void (<human-connect-card headingLevel="three" />);
// @ts-expect-error -- a token has a shape
void (<human-connect-button getToken={() => 5} />);

// Vue

type VueButton = InstanceType<GlobalComponents["human-connect-button"]>;
expectTypeOf<VueButton["$props"]["tokenUrl"]>().toEqualTypeOf<string | null | undefined>();
expectTypeOf<VueButton["$props"]["class"]>().not.toBeNever();
expectTypeOf<VueButton["state"]>().toEqualTypeOf<HumanConnectState>();
type VueCard = InstanceType<GlobalComponents["human-connect-card"]>["$props"];
expectTypeOf<VueCard["headingLevel"]>().toEqualTypeOf<number | "1" | "2" | "3" | "4" | "5" | "6" | null | undefined>();
expectTypeOf<VueButton["$props"]["inline"]>().toEqualTypeOf<boolean | "" | "true" | "false" | undefined>();
expectTypeOf<InstanceType<GlobalComponents["human-connect-list"]>["$props"]["detailed"]>().toEqualTypeOf<
  boolean | undefined
>();

type VueList = InstanceType<GlobalComponents["human-connect-list" | "human-connect-status"]>["$props"];
expectTypeOf<VueList["locale"]>().toEqualTypeOf<string | undefined>();

// Solid's templates

type SolidButton = SolidJSX.IntrinsicElements["human-connect-button"];
expectTypeOf<NonNullable<SolidButton["on:human-connect-close"]>>()
  .parameter(0)
  .toEqualTypeOf<ConnectDomEventMap["human-connect-close"] & { currentTarget: HumanConnectButton }>();
expectTypeOf<SolidButton["prop:getToken"]>().toEqualTypeOf<HumanConnectButton["getToken"] | undefined>();
expectTypeOf<SolidButton["class"]>().toExtend<unknown>();
expectTypeOf<SolidJSX.IntrinsicElements["human-connect-status"]["for"]>().toEqualTypeOf<string | undefined>();
// Every attribute without a dash in its name: JSX accepts any other.
expectTypeOf<
  | ("locale" | "user" | "disabled" | "inline" | "for" | "message" | "client" | "lang" | "mode" | "segment")
  | ("config" | "preseed" | "debug" | "nonce")
>().toExtend<keyof SolidButton & keyof SolidJSX.IntrinsicElements["human-connect-card"]>();
expectTypeOf<"locale" | "detailed" | "for" | "lang">().toExtend<
  keyof SolidJSX.IntrinsicElements["human-connect-list"]
>();
expectTypeOf<"locale" | "live" | "for" | "lang">().toExtend<keyof SolidJSX.IntrinsicElements["human-connect-status"]>();
expectTypeOf<SolidButton["client"]>().toEqualTypeOf<"cdn" | "direct" | "global" | "npm" | null | undefined>();
expectTypeOf<SolidButton["disabled" | "inline"]>().toEqualTypeOf<boolean | undefined>();
expectTypeOf<SolidButton["message"]>().toEqualTypeOf<string | undefined>();
expectTypeOf<SolidJSX.IntrinsicElements["human-connect-card"]["client"]>().toEqualTypeOf<SolidButton["client"]>();
// @ts-expect-error -- Solid would lower-case it
void ({} as SolidButton).getToken;
