import KeyvRedis from "@keyv/redis";
import { Keyv } from "keyv-6";

export async function openKeyv6(path: string) {
  const options = { socket: { path, tls: false } as const };
  // README: Keyv 6
  const store = new Keyv(new KeyvRedis<string>(options));
  // With a listener its operations answer as if nothing were there, which is noticed; without one the process may end.
  store.on("error", (error: Error) => console.error(error.message));
  // End
  return { store, close: () => store.disconnect() };
}
