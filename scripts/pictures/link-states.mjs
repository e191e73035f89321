const alder = JSON.stringify([{ id: "a1", name: "Alder Clinic" }]);
const names = JSON.stringify({
  busy: { "token-url": "/wait" },
  failed: { "token-url": "/refused" },
  connected: { "token-url": "/token", "initial-connections": alder },
})
  .replaceAll("&", "&amp;")
  .replaceAll("'", "&#39;");

/** A theme's own buttons, each with what the states of a link are styled by. */
export const statesHtml = `<style>
body { margin: 24px 32px; font: 16px/1.5 Georgia, serif; color: #223; background: #fbfaf7 }
dl { display: grid; grid-template-columns: 7rem 1fr; gap: 16px; align-items: center; margin: 0 }
dt { color: #667; font-style: italic } dd { margin: 0; display: flex; gap: 12px; align-items: center }
.button { padding: 8px 20px; border-radius: 999px; background: #7a3b2e; color: #fff; text-decoration: none; white-space: nowrap }
.button[aria-busy="true"] { opacity: .6 }
.button[aria-busy="true"]::before { content: "… " }
.button[data-status="error"] { background: #fff; color: #7a3b2e; box-shadow: inset 0 0 0 2px }
.button[data-connected] { background: #2e6b45 }
.button[data-connected]::before { content: "✓ " }
[data-human-connect-stage] { visibility: hidden }
</style>
<dl>${["button", "busy", "failed", "connected"]
  .map(
    (name, index) =>
      `<dt>${["idle", "busy", "failed", "connected"][index]}<dd><a class="button" href="/connect#human-connect=${name}">Connect your data</a>`,
  )
  .join("")}</dl>
<script %TAG% data-names='${names}'></script>`;

/** Brings each link into its state; the stage over the page is hidden. */
export async function showStates(page, url) {
  await page.route("**/wait", () => {});
  await page.route("**/refused", (route) => route.fulfill({ status: 500, json: { error: { code: "no" } } }));
  await page.goto(url);
  await page.waitForFunction(() => customElements.get("human-connect-status"));
  const link = (name) => page.locator(`a[href$="=${name}"]`);
  await link("connected").focus();
  await link("failed").click();
  await page.locator(`a[data-status="error"]`).waitFor();
  await link("busy").click();
  await page.locator(`a[aria-busy="true"]`).waitFor();
  await page.mouse.move(0, 0);
}
