/** A part of a library that a button may stand in. */
export interface Host {
  readonly name: "dialog" | "menu" | "popover";
  /** Faces of the kit that stand in it. */
  readonly faces: readonly ("react" | "vue" | "element")[];
  /** Gone when Connect has the focus: with the click, as menus do, or because the focus has left it. Default false. */
  readonly goes?: boolean;
  /** A click elsewhere leaves it open. Default false. */
  readonly staysOnOutside?: boolean;
}

export interface Library {
  /** As people say it. */
  readonly title: string;
  /** Its file in `pages`. */
  readonly page: string;
  /** Its packages, as docs/host-pages.md names them. */
  readonly packages: readonly string[];
  readonly hosts: readonly Host[];
}

const inReact = ["react", "element"] as const;
const inVue = ["vue", "element"] as const;

export const libraries: readonly Library[] = [
  {
    title: "Radix",
    page: "radix.tsx",
    packages: ["@radix-ui/react-dialog", "@radix-ui/react-dropdown-menu", "@radix-ui/react-popover"],
    hosts: [
      { name: "dialog", faces: inReact },
      { name: "menu", faces: inReact, goes: true },
      { name: "popover", faces: inReact },
    ],
  },
  {
    title: "Headless UI for React",
    page: "headless-react.tsx",
    packages: ["@headlessui/react"],
    hosts: [
      { name: "dialog", faces: inReact },
      { name: "menu", faces: inReact, goes: true },
      { name: "popover", faces: inReact },
    ],
  },
  {
    title: "React Aria",
    page: "react-aria.tsx",
    packages: ["react-aria-components"],
    hosts: [
      { name: "dialog", faces: inReact },
      { name: "menu", faces: ["react"], goes: true },
      { name: "popover", faces: inReact },
    ],
  },
  {
    title: "Headless UI for Vue",
    page: "headless-vue.ts",
    packages: ["@headlessui/vue"],
    hosts: [
      { name: "dialog", faces: inVue },
      { name: "menu", faces: inVue, goes: true },
      { name: "popover", faces: inVue },
    ],
  },
  {
    title: "Element Plus",
    page: "element-plus.ts",
    packages: ["element-plus"],
    hosts: [
      { name: "dialog", faces: inVue },
      { name: "menu", faces: ["vue"], goes: true },
    ],
  },
  {
    title: "Bootstrap",
    page: "bootstrap.ts",
    packages: ["bootstrap"],
    hosts: [
      { name: "dialog", faces: ["element"] },
      { name: "menu", faces: ["element"], goes: true },
    ],
  },
  {
    title: "focus-trap",
    page: "focus-trap.ts",
    packages: ["focus-trap"],
    hosts: [
      { name: "dialog", faces: ["element"], staysOnOutside: true },
      { name: "popover", faces: ["element"] },
    ],
  },
  {
    title: "The platform's own",
    page: "native.ts",
    packages: [],
    hosts: [
      { name: "dialog", faces: ["element"], staysOnOutside: true },
      { name: "popover", faces: ["element"], goes: true },
    ],
  },
];
