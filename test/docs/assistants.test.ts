import { existsSync, readdirSync } from "node:fs";
import { parse } from "yaml";
import { describe, expect, it } from "vitest";
import { at } from "../../alias.ts";
import { readText } from "./repository-files.ts";

// What each tarball says to coding assistants: llms.txt lists what there is, a skill says how it is used.

const names = ["core", "react", "vue", "element", "server", "sandbox"];
const repository = "https://github.com/human-connect/kit/blob/main/";

/** Whether a link of a package leads to a file of its own tarball, or of the repository. */
const leadsSomewhere = (name: string, target: string): boolean =>
  existsSync(at(target.startsWith(repository) ? target.slice(repository.length) : `packages/${name}/${target}`));

describe.each(names)("%s", (name) => {
  const index = readText(`packages/${name}/llms.txt`);
  const skill = readText(`packages/${name}/skills/human-connect-${name}/SKILL.md`);
  const manifest = JSON.parse(readText(`packages/${name}/package.json`)) as { files: string[]; exports: object };

  it("ships both", () => {
    expect(manifest.files).toEqual(expect.arrayContaining(["llms.txt", "skills"]));
    expect(readdirSync(at(`packages/${name}/skills`))).toEqual([`human-connect-${name}`]);
  });

  it("has an index in the form of llmstxt.org: a title, a summary, lists of links", () => {
    const [title, , summary, ...rest] = index.trimEnd().split("\n");

    expect(title).toBe(`# @human-connect/${name}`);
    expect(summary).toMatch(/^> .+\.$/);
    expect(rest.filter((line) => !/^(|## .+|- \[.+\]\(\S+\): .+)$/.test(line))).toEqual([]);
  });

  it("names every entry point, and links only to what is there", () => {
    const entries = Object.keys(manifest.exports).filter((entry) => entry !== "./package.json");
    const targets = [...index.matchAll(/\]\((\S+)\)/g)].map(([, target]) => target!);

    expect(entries.filter((entry) => !index.includes(`\`@human-connect/${name}${entry.slice(1)}\``))).toEqual([]);
    expect(targets.length).toBeGreaterThan(5);
    expect(targets.filter((target) => !leadsSomewhere(name, target))).toEqual([]);
  });

  it("has a skill of a page, whose front matter says when to use it", () => {
    const [, front = "", body = ""] = skill.split(/^---\n/m);
    const { name: called, description } = parse(front) as Record<string, string>;

    expect(called).toBe(`human-connect-${name}`);
    expect(description!.length).toBeGreaterThan(100);
    expect(description!.length).toBeLessThan(1024);
    expect(body).toContain(`# @human-connect/${name}`);
    expect(body.split("\n").length).toBeLessThan(90);
  });
});
