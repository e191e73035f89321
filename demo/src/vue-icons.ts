import { h, type FunctionalComponent } from "vue";

/** The patient app's mark: two waves under a sun. */
export const Mark: FunctionalComponent = () =>
  h("svg", { class: "mark", viewBox: "0 0 32 32", "aria-hidden": "true" }, [
    h("rect", { class: "mark-ground", width: "32", height: "32", rx: "9" }),
    h("circle", { class: "mark-sun", cx: "16", cy: "11", r: "4" }),
    h("path", {
      class: "mark-wave",
      d: "M6 19c3.3 0 3.3 2.5 6.7 2.5s3.3-2.5 6.6-2.5 3.3 2.5 6.7 2.5M6 24c3.3 0 3.3 2.5 6.7 2.5s3.3-2.5 6.6-2.5 3.3 2.5 6.7 2.5",
    }),
  ]);

/** A padlock, for the promise about privacy. */
export const Lock: FunctionalComponent = () =>
  h("svg", { class: "lock", viewBox: "0 0 20 20", "aria-hidden": "true" }, [
    h("rect", { x: "3.5", y: "8.5", width: "13", height: "8.5", rx: "2.5" }),
    h("path", { d: "M6.5 8.5v-2a3.5 3.5 0 0 1 7 0v2" }),
  ]);

/** Who is signed in. */
export const Avatar: FunctionalComponent<{ label: string }> = ({ label }) =>
  h("svg", { class: "avatar", viewBox: "0 0 36 36", role: "img", "aria-label": label }, [
    h("circle", { class: "avatar-ground", cx: "18", cy: "18", r: "18" }),
    h("circle", { cx: "18", cy: "14.5", r: "5" }),
    h("path", { d: "M8.5 28a9.5 8 0 0 1 19 0z" }),
  ]);
Avatar.props = ["label"];
