// The same for Vue's templates, and for blocks of its README that are a part of a file.
import type { Source } from "@human-connect/core";
import type { Ref } from "vue";

declare module "vue" {
  interface ComponentCustomProperties {
    known: { id: string; name: string }[];
    refresh: () => void;
    save: (value: unknown) => void;
  }
}
declare global {
  const app: import("vue").App;
  const i18n: { locale: Ref<string> };
  const known: Ref<Source[]>;
}
export {};
