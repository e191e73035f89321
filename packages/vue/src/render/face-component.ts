import type { ComponentOptions, ComponentPublicInstance, EmitsOptions, PublicProps } from "vue";

type None = Record<never, never>;

/**
 * The type of a component for templates, TSX and `h()`. Written by hand, because Vue 3.4 lacks the helper types that Vue 3.5 has for
 * this.
 */
export type FaceComponent<Props, Slots, Emits extends EmitsOptions = None, Exposed = None> = new (
  props: Props & PublicProps,
) => Omit<Instance<Props, Emits, Exposed>, "$slots"> & {
  $slots: Readonly<Slots>;
  // Repeated, because the properties that Nuxt adds to every component would make it unknown.
  $props: Props & PublicProps;
};

type Instance<Props, Emits extends EmitsOptions, Exposed> = ComponentPublicInstance<
  Props,
  Exposed,
  None,
  None,
  None,
  Emits,
  PublicProps,
  None,
  false,
  ComponentOptions
>;
