export default defineNuxtConfig({
  compatibilityDate: "2026-11-01",
  css: ["@human-connect/vue/styles.css"],
  devtools: { enabled: false },
  telemetry: false,
});
