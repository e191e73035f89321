// What every bundler's own types say of a stylesheet.
declare module "*.css";
