/** Set by the configuration: kilobytes of a React button in a bundle. */
declare const __REACT_KB__: string;

declare module "*.html?raw" {
  const text: string;
  export default text;
}
