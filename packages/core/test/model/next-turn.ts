const turns = new MessageChannel();

/** Everything else has had its turn when it resolves: a message of our own comes after all that were sent before. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    turns.port1.onmessage = () => resolve();
    turns.port2.postMessage(null);
  });
}
