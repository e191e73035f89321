// A TCP proxy that behaves like a network: each connection pays for its handshake, each round trip takes its time, a new connection starts
// slowly, and all connections share one line. The network conditions of DevTools shape neither frames of other origins nor handshakes.
import { connect, createServer } from "node:net";

const segment = 1460;
/** What TCP sends before the first acknowledgement (RFC 6928). */
const firstWindow = 10 * segment;

/** The line from the network to the page. @typedef {{ network: import("./networks.mjs").Network, freeAt: number }} Line */

/** @returns {Line} */
export const createLine = (network) => ({ network, freeAt: 0 });

/**
 * Starts a proxy.
 *
 * @param {Line} line Its `network` may be replaced between two measurements.
 * @param {number} target The port of the server.
 * @returns {Promise<{ port: number, close: () => void }>}
 */
export async function startShaper(line, target) {
  const sockets = new Set();
  const server = createServer({ noDelay: true, pauseOnConnect: true }, (page) => {
    const origin = connect({ port: target, host: "127.0.0.1", noDelay: true });
    for (const socket of [page, origin]) {
      sockets.add(socket);
      socket.on("close", () => sockets.delete(socket));
      // The other side hears of it by the end of the connection.
      socket.on("error", () => {});
    }
    // SYN and SYN-ACK take a round trip before the first byte may leave.
    const openAt = performance.now() + line.network.rttMs;
    const send = createSender(line, page);
    const request = createQueue((bytes) => origin.write(bytes));
    page.on("data", (bytes) => request(bytes, Math.max(performance.now(), openAt) + line.network.rttMs / 2));
    origin.on("data", (bytes) => send(bytes));
    page.on("close", () => origin.destroy());
    origin.on("close", () => page.destroy());
    page.resume();
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: server.address().port,
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Delivers in order, each at its time. @returns {(bytes: Buffer, at: number, after?: () => void) => void} */
function createQueue(deliver) {
  const waiting = [];
  let isAwake = false;
  const wake = () => {
    isAwake = false;
    while (waiting.length && waiting[0].at <= performance.now()) {
      const { bytes, after } = waiting.shift();
      deliver(bytes);
      after?.();
    }
    plan();
  };
  const plan = () => {
    if (isAwake || !waiting.length) return;
    isAwake = true;
    const delay = waiting[0].at - performance.now();
    if (delay <= 0) setImmediate(wake);
    else setTimeout(wake, delay);
  };
  return (bytes, at, after) => {
    waiting.push({ bytes, at, after });
    plan();
  };
}

/** Sends to the page: as much as the window of this connection allows, over the line that all connections share. */
function createSender(line, page) {
  const waiting = [];
  let [window, inFlight] = [firstWindow, 0];
  const acknowledge = createQueue((bytes) => {
    inFlight -= bytes.length;
    // Slow start: the window doubles in each round trip.
    window += bytes.length;
    pump();
  });
  const arrive = createQueue((bytes) => page.destroyed || page.write(bytes));
  const pump = () => {
    while (waiting.length && inFlight < window) {
      const bytes = waiting.shift();
      const { rttMs, bytesPerMs } = line.network;
      line.freeAt = Math.max(line.freeAt, performance.now()) + bytes.length / bytesPerMs;
      inFlight += bytes.length;
      arrive(bytes, line.freeAt + rttMs / 2);
      acknowledge(bytes, line.freeAt + rttMs);
    }
  };
  return (bytes) => {
    if (!line.network.rttMs) {
      // What the page was loaded over has its window: servers that are made for the web do not shrink it when they wait.
      window += bytes.length;
      return page.write(bytes);
    }
    for (let at = 0; at < bytes.length; at += segment) waiting.push(bytes.subarray(at, at + segment));
    return pump();
  };
}
