/** @type {import("next").NextConfig} */
const config = { output: "export", distDir: "dist" };

export default config;
