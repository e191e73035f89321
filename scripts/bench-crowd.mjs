// A crowd of browsers in a process of its own, as light as can be: what is measured is the server.
import { connect } from "node:net";

/** @typedef {{ port: number, path: string, requests: number, connections: number, people: number }} Wave */

process.on("message", (wave) => void play(wave).then((result) => process.send(result)));

/** @param {Wave} wave */
async function play(wave) {
  const left = { count: wave.requests };
  // It never sleeps: to wake another process costs a server more than to answer, and a quick server would not pay for it.
  let isOver = false;
  const stayAwake = () => isOver || setImmediate(stayAwake);
  stayAwake();
  const startedAt = performance.now();
  const told = await Promise.all(
    Array.from({ length: wave.connections }, (_, index) => runConnection(wave, left, index)),
  );
  isOver = true;
  return { elapsedMs: performance.now() - startedAt, failures: told.reduce((sum, failures) => sum + failures, 0) };
}

/** Asks and waits, over and over. @returns How often the answer was another than 200. */
function runConnection({ port, path, people }, left, index) {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    let text = "";
    let failures = 0;
    const ask = () => {
      if (left.count-- <= 0) return socket.destroy();
      const person = `user-${(left.count + index) % people}`;
      socket.write(
        `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncookie: person=${person}\r\norigin: http://127.0.0.1:${port}\r\n` +
          "sec-fetch-site: same-origin\r\naccept: */*\r\nuser-agent: bench\r\ncontent-length: 0\r\n\r\n",
      );
    };
    socket.setEncoding("latin1");
    socket.on("connect", ask);
    socket.on("data", (piece) => {
      text += piece;
      if (!isWhole(text)) return;
      if (!text.startsWith("HTTP/1.1 200")) failures += 1;
      text = "";
      ask();
    });
    socket.on("error", reject);
    socket.on("close", () => resolve(failures));
  });
}

function isWhole(text) {
  const end = text.indexOf("\r\n\r\n");
  if (end < 0) return false;
  const length = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, end + 2))?.[1];
  return length === undefined ? text.endsWith("0\r\n\r\n") : text.length >= end + 4 + Number(length);
}
