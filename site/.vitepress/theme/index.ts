import type { Theme } from "vitepress";
import DefaultTheme from "vitepress/theme";
import "./style.css";
import HomePage from "./home-page.vue";
import LiveExample from "./live-example.vue";
import ThemeGallery from "./theme-gallery.vue";

export default {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    app.component("HomePage", HomePage);
    app.component("LiveExample", LiveExample);
    app.component("ThemeGallery", ThemeGallery);
  },
} satisfies Theme;
