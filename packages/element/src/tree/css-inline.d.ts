declare module "@human-connect/core/styles.css?inline" {
  const text: string;
  // oxlint-disable-next-line import/no-default-export -- this is how Vite hands over a stylesheet as text
  export default text;
}
