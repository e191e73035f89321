import { writeFileSync } from "node:fs";

/** The test of a face, which also leaves word for the table: each runner reports in a format of its own. */
export function record(face, check) {
  return async () => {
    const say = (text) => writeFileSync(`results/${face}.txt`, text);
    try {
      await check();
      say("pass");
    } catch (error) {
      say(error.message);
      throw error;
    }
  };
}
