import type { ComponentOptions, ComponentPublicInstance, EmitsOptions, PublicProps } from "vue";

type None = Record<never, never>;

/**
 * A component as templates, TSX and `h()` see it. Written out, because the types with which Vue 3.5 says the same are not
 * in Vue 3.4.
 */
export type FaceComponent<Props, Slots, Emits extends EmitsOptions = None, Exposed = None> = new (
  props: Props & PublicProps,
) => Omit<Instance<Props, Emits, Exposed>, "$slots"> & {
  $slots: Readonly<Slots>;
  // Again, because what Nuxt adds to every component makes it unknown.
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
