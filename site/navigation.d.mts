interface Item {
  readonly text: string;
  readonly link?: string;
  readonly items?: readonly Item[];
}

export function createSidebars(): Readonly<Record<string, readonly Item[]>>;
