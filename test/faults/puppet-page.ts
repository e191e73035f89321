/**
 * A page that does what its parent tells it: posts a message, forges one elsewhere, holds a frame of its own, moves on. It
 * stands in for the Connect page and for a stranger, each on an origin of its own.
 */
export const puppetHtml = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Connect</title></head>
  <body>
    <button>In Connect</button>
    <script>
      const windows = { parent, top, get opener() { return opener; }, get sibling() { return parent.frames[0]; } };
      addEventListener("message", ({ data }) => {
        if (!data || typeof data !== "object") return;
        if ("say" in data) parent.postMessage(data.say, "*");
        if ("forge" in data) windows[data.to].postMessage(data.forge, "*");
        if ("many" in data) parent.postMessage(writeMany(data.many), "*");
        if ("hold" in data) {
          const frame = document.createElement("iframe");
          frame.src = data.hold;
          frame.onload = () => frame.contentWindow.postMessage(data.tell, "*");
          document.body.append(frame);
        }
        if ("move" in data) location.hash ? location.reload() : (location.href = data.move);
      });
      // Big messages are written here, so that what reaches the host has come over the border of two origins.
      function writeMany({ type, sources, bytes }) {
        const list = Array.from({ length: sources || 0 }, (_, at) => ({ id: "source-" + at, name: "Source " + at }));
        const message = { type, status: "SUCCESS", currentConnections: list, sessionResults: { connectedSources: list } };
        if (bytes) message.noise = "x".repeat(bytes);
        return message;
      }
      if (opener) opener.postMessage("popup ready", "*");
    </script>
  </body>
</html>`;
