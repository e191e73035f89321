// Runs React's compiler over files that are named for it, as a customer's build does over all of theirs.
import { transformAsync } from "@babel/core";

/** A plugin of Vite for `compiled-….tsx`. @returns {import("vite").Plugin} */
export function reactCompiler() {
  return {
    name: "react-compiler",
    enforce: "pre",
    async transform(code, id) {
      if (!/[\\/]compiled-[\w-]+\.tsx$/.test(id)) return undefined;
      const compiled = await transformAsync(code, {
        filename: id,
        babelrc: false,
        configFile: false,
        sourceMaps: true,
        parserOpts: { plugins: ["typescript", "jsx"] },
        plugins: [["babel-plugin-react-compiler", { panicThreshold: "all_errors" }]],
      });
      return { code: compiled.code, map: compiled.map };
    },
  };
}
