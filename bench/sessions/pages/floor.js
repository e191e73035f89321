// One session after the other, by hand, with all that a page needs at least: a dialog, a frame, a listener, and their end.
const base = "https://connect.test/light";
const origin = new URL(base).origin;

async function openSession() {
  const { session_token: token } = await (await fetch("/token-now", { method: "POST" })).json();
  const dialog = document.createElement("dialog");
  const frame = document.createElement("iframe");
  frame.src = `${base}?token=${encodeURIComponent(token)}`;
  dialog.append(frame);
  document.body.append(dialog);
  dialog.showModal();
  await new Promise((resolve) => {
    const hear = ({ source, origin: from, data }) => {
      if (source !== frame.contentWindow || from !== origin || !data?.bench) return;
      removeEventListener("message", hear);
      resolve();
    };
    addEventListener("message", hear);
  });
  dialog.close();
  dialog.remove();
}

bench.cycle = openSession;
bench.isReady = true;
