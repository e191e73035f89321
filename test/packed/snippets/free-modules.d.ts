// Frameworks of the quick starts, which pnpm test starts installs.
declare module "*.css";
declare module "astro" {
  export type APIRoute = (context: { request: Request }) => Promise<Response>;
}
declare module "@angular/core" {
  export const CUSTOM_ELEMENTS_SCHEMA: unique symbol;
  export function Component(options: object): (component: object) => void;
}

declare module "solid-js" {
  export namespace JSX {
    interface HTMLAttributes<T> {
      ref?: T | ((element: T) => void) | undefined;
    }
    interface IntrinsicElements {
      div: HTMLAttributes<HTMLDivElement>;
    }
  }
}
