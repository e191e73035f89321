import { expect, it, onTestFinished, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { runEarlyScript } from "../../../test/support/early-script.ts";
import { repeatEarlyPress } from "../src/face.js";

/** A page as a server has written it: the script, a button of the kit and one of the page. */
function createPage(
  html = '<button class="human-connect-button">Connect</button><button class="other">Other</button>',
) {
  runEarlyScript();
  const page = document.body.appendChild(document.createElement("main"));
  page.innerHTML = html;
  onTestFinished(() => page.remove());
  const button = page.querySelector<HTMLElement>(".human-connect-button")!;
  const onClick = vi.fn();
  /** What a face does once it is there. */
  const mount = (element = button): void => {
    element.addEventListener("click", onClick);
    repeatEarlyPress(element);
  };
  return { page, button, other: page.querySelector<HTMLElement>(".other")!, onClick, mount };
}

/** Longer than a press waits for its repetition. */
const aTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

it("repeats a click that came before the face", async () => {
  const { button, onClick, mount } = createPage();
  await userEvent.click(button);

  mount();

  await vi.waitFor(() => expect(onClick).toHaveBeenCalledTimes(1));
});

it("repeats a press of Enter", async () => {
  const { button, onClick, mount } = createPage();
  button.focus();
  await userEvent.keyboard("{Enter}");

  mount();

  await vi.waitFor(() => expect(onClick).toHaveBeenCalledTimes(1));
});

it("repeats a click once, however often the face is mounted and the button was clicked", async () => {
  const { button, onClick, mount } = createPage();
  await userEvent.dblClick(button);

  mount();
  mount();
  await aTask();
  mount();
  await aTask();

  expect(onClick).toHaveBeenCalledTimes(1);
});

it.each<[name: string, after: (page: ReturnType<typeof createPage>) => unknown]>([
  ["a later click elsewhere", ({ other }) => userEvent.click(other)],
  ["Escape", () => userEvent.keyboard("{Escape}")],
  ["ten seconds", () => vi.spyOn(performance, "now").mockReturnValue(performance.now() + 10_001)],
  ["a change of the page's address", () => history.replaceState(null, "", "#elsewhere")],
])("forgets a click after %s", async (_, after) => {
  const address = location.href;
  onTestFinished(() => {
    history.replaceState(null, "", address);
    vi.restoreAllMocks();
  });
  const page = createPage();
  await userEvent.click(page.button);
  await after(page);

  page.mount();
  await aTask();

  expect(page.onClick).not.toHaveBeenCalled();
});

it("leaves a click alone that a script of the page has prevented", async () => {
  const { page, button, onClick, mount } = createPage();
  page.addEventListener("click", (event) => event.preventDefault(), { once: true });
  await userEvent.click(button);

  mount();
  await aTask();

  expect(onClick).not.toHaveBeenCalled();
});

it("leaves a click alone that the face itself hears", async () => {
  const { button, onClick } = createPage();
  button.addEventListener("click", () => {
    repeatEarlyPress(button);
    onClick();
  });

  await userEvent.click(button);
  repeatEarlyPress(button);
  await aTask();

  expect(onClick).toHaveBeenCalledTimes(1);
});

it("repeats no click on another button, and none that a script has made", async () => {
  const { page, button, onClick, mount } = createPage(
    '<button class="human-connect-button">One</button><button class="human-connect-button">Two</button>',
  );
  await userEvent.click(page.lastElementChild!);
  button.click();

  mount();
  await aTask();

  expect(onClick).not.toHaveBeenCalled();
});

it("waits until a click would open Connect", async () => {
  const { button, onClick } = createPage();
  await userEvent.click(button);
  button.addEventListener("click", onClick);

  repeatEarlyPress(button, () => false);
  await aTask();
  expect(onClick).not.toHaveBeenCalled();
  repeatEarlyPress(button, () => true);

  await vi.waitFor(() => expect(onClick).toHaveBeenCalledTimes(1));
});

it("does not repeat a click on a button that has left the page", async () => {
  const { button, onClick, mount } = createPage();
  await userEvent.click(button);

  mount();
  button.remove();
  await aTask();

  expect(onClick).not.toHaveBeenCalled();
});

it("works in a form whose fields have the names of methods", async () => {
  const { button, onClick, mount } = createPage(
    '<form onsubmit="return false"><input name="matches"><button type="button" class="human-connect-button">Connect</button></form>',
  );
  await userEvent.click(button);

  mount();

  await vi.waitFor(() => expect(onClick).toHaveBeenCalledTimes(1));
});

it("does nothing without the script", () => {
  const button = document.createElement("button");
  const isReady = vi.fn(() => true);

  repeatEarlyPress(button, isReady);

  expect(isReady).not.toHaveBeenCalled();
});
