import type {} from "@human-connect/element/react-types";
import type {} from "@human-connect/element/vue-types";
import type { HumanConnectState } from "@human-connect/core";
import {
  ConnectController,
  HumanConnectButton,
  HumanConnectCard,
  HumanConnectList,
  HumanConnectStatus,
  configureElements,
  renderButtonHtml,
  renderCardHtml,
  type ButtonProperties,
  type CardProperties,
  type ConnectControllerOptions,
  type ConnectDomEventMap,
  type ElementsConfiguration,
  type HtmlAttributes,
  type ListProperties,
  type PrepareOn,
  type RenderSource,
} from "@human-connect/element";
import { configureElements as configureHere } from "@human-connect/element/define";
import "@human-connect/element/languages/ar";
import { upgradeLinks, type LinkOptions, type UpgradeLinksOptions } from "@human-connect/element/links";
import type { JSX, ReactElement } from "react";
import type { GlobalComponents } from "vue";

const configuration: ElementsConfiguration = { clientOrigins: ["https://static.example"], prefetchToken: true };
configureElements(configuration);
configureHere({ tokenOrigins: ["https://api.example"] });

const attributes: HtmlAttributes = { "token-url": "/api/token", disabled: true };
export const html: string = renderButtonHtml(attributes, "Share") + renderCardHtml(attributes);

const prepareOn: PrepareOn = "mount";
const given: Partial<ButtonProperties> = { prepareOn, getToken: () => "token", options: { segment: "adults" } };
const renderSource: RenderSource = ({ name, status }) => `${name}: ${status}`;
const listGiven: ListProperties = { renderSource };
const cardGiven: Partial<CardProperties> = { ...given, ...listGiven, headingLevel: 3 };
const button: HumanConnectButton = Object.assign(document.createElement("human-connect-button"), given);
const card: HumanConnectCard = Object.assign(document.createElement("human-connect-card"), cardGiven);
const list: HumanConnectList = document.createElement("human-connect-list");
const line: HumanConnectStatus = document.createElement("human-connect-status");
list.htmlFor = line.htmlFor = button.id;

const listen = (event: ConnectDomEventMap["human-connect-close"]): void => console.log(event.detail.reason);
button.addEventListener("human-connect-close", listen);

const options: ConnectControllerOptions = { getToken: () => "token", closeOnUnmount: true };
export const controller = new ConnectController(button, options);
export const openIt = (): Promise<HumanConnectState> => card.open({ segment: "adults" });

export function Page(): ReactElement {
  return (
    <>
      <human-connect-button
        id="connect"
        token-url="/api/token"
        mode="auth"
        prepareOn={prepareOn}
        onhuman-connect-error={({ detail }) => console.log(detail.error.code)}
      >
        Share my records
      </human-connect-button>
      <human-connect-card id="card" headingLevel={2} />
      <human-connect-list for="connect" detailed renderSource={renderSource} />
      <human-connect-status for="connect" live />
    </>
  );
}

/** What a Vue template's tag is checked against. */
export type TemplateTag = InstanceType<GlobalComponents["human-connect-button"]>["$props"]["tokenUrl"];
export const url: TemplateTag = "/api/token";

export function startLinks(within: UpgradeLinksOptions): () => void {
  const names: LinkOptions = { button: { tokenUrl: "/api/human-connect/token" } };
  return upgradeLinks(names, within);
}

/** The options of a type that refuse `undefined`, as a variable of the environment may be. */
type Refusing<T> = {
  [K in keyof T]-?: object extends Pick<T, K> ? ({ [P in K]: undefined } extends Pick<T, K> ? never : K) : never;
}[keyof T];
type Never<T extends never> = T;
type Tags = JSX.IntrinsicElements;

export type NoneRefuses = [
  Never<Refusing<ConnectControllerOptions>>,
  Never<Refusing<ElementsConfiguration>>,
  Never<Refusing<UpgradeLinksOptions>>,
  Never<Refusing<LinkOptions[string]>>,
  Never<Refusing<Tags["human-connect-button"]>>,
  Never<Refusing<Tags["human-connect-card"]>>,
  Never<Refusing<Tags["human-connect-list"]>>,
  Never<Refusing<Tags["human-connect-status"]>>,
];
