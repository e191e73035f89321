import { createHumanConnect, eventTypes, type HumanConnectOptions } from "@human-connect/core";
import type { Face } from "./face.js";

/**
 * The core alone, whose options are a getter: nobody tells it anything.
 *
 * @param spoil Changes the options on their way, to see that it is noticed.
 */
export function createCoreFace(
  spoil: (options: HumanConnectOptions) => HumanConnectOptions = (options) => options,
): Face {
  return {
    name: "core",
    looks: false,
    isForgotten: false,
    create({ drawn, hear, see }) {
      let options: HumanConnectOptions;
      let leave: (() => void) | undefined;
      const connect = createHumanConnect(() => spoil(options));
      for (const type of eventTypes) connect.on(type, hear);
      return {
        connect,
        draw({ name, options: given, isMounted }) {
          options = given;
          drawn(name);
          if (isMounted) leave ??= connect.subscribe(() => {});
          else {
            leave?.();
            leave = undefined;
          }
        },
        click: () => void connect.open().then(see),
        hover: () => void connect.prepare(),
        shown: () => "",
        end: () => leave?.(),
      };
    },
  };
}
