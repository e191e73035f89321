import { faults } from "../faults.ts";
import { World, type Forgeries } from "./world.ts";

declare global {
  interface Window {
    /** Runs one side of a check: "there" or "gone" for the vendor's client, "held" for the kit, or what was wrong. */
    runCheck: (id: string, name: string, side: "raw" | "kit") => Promise<string>;
    /** The page itself, for checks that leave it and come back. */
    world: World;
    /** What has come of the messages that the check has forged. */
    readForgeries: () => Forgeries;
  }
}

const world = (window.world = new World());

window.readForgeries = () => world.forgeries;
window.runCheck = async (id, name, side) => {
  const check = faults.find((fault) => fault.id === id)!.checks.find((one) => one.name === name)!;
  try {
    if (side === "raw") return (await check.raw!(world)) ? "there" : "gone";
    await check.kit(world);
    world.mustBeClean();
    return "held";
  } catch (error) {
    return String(error);
  }
};
