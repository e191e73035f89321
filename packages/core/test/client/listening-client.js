// A client that listens as soon as it runs, by every name that its methods have.
{
  const heard = (window.heard ??= []);
  for (const [name, target] of Object.entries({ window, self, globalThis, document })) {
    target.addEventListener("something", () => heard.push(name));
    target.addEventListener("load", () => heard.push(`load on ${name}`));
  }
  addEventListener("something", () => heard.push("no target"));
  window.ran = (window.ran ?? 0) + 1;
  window.HumanConnect = { open() {} };
}
