// What the blocks of the documents take from their reader's own code.
declare const humanApi: import("@human-connect/server").HumanApi;

declare const button: HTMLButtonElement;
declare const lastNight: Date;
declare const user: { readonly id: string };
declare const page: import("playwright").Page;
declare const queue: { add(kind: string, event: unknown): void };
declare const store: import("@human-connect/server").TokenStore;
declare const headers: Headers;
declare const agreed: boolean;
declare const nonce: string;
declare const clientId: string;
declare const clientSecret: string;
declare const clientUserId: string;
declare const username: string;
declare const password: string;
declare const callback: string;
declare const token: string;
declare const state: string;

declare function auth(): Promise<{ user?: { id?: string } } | null>;
declare function post<Reply>(path: string, body?: unknown): Promise<Reply>;
declare function refresh(): void;
declare function render(state: unknown): void;
declare function save(value: unknown): void;
declare function signedInUserId(request: Request): Promise<string | undefined>;
declare function defineEventHandler(handler: (event: object) => Promise<Response>): unknown;
declare function defineNuxtConfig(config: object): unknown;
declare function toWebRequest(event: object): Request;
