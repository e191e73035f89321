import { rolldown } from "rolldown";
import { at } from "../../alias.ts";

/** One file of a page's module and the library. */
export async function bundle(code: string): Promise<string> {
  const entry = at("test/hosts/page.js");
  const build = await rolldown({
    input: entry,
    logLevel: "silent",
    plugins: [
      {
        name: "page",
        load: (id) => (id === entry ? code : undefined),
        resolveId: (id) => (id === entry ? id : undefined),
      },
    ],
    transform: { define: { "process.env.NODE_ENV": '"production"' } },
  });
  const { output } = await build.generate({ format: "esm", codeSplitting: false });
  await build.close();
  return output[0].code;
}
