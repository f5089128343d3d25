import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderOnDisk } from "../../pipeline/load/folder-on-disk.ts";
import { loadBundle } from "../../pipeline/policy/bundle/load-bundle.ts";
import { judgeExample } from "./judge-example.ts";
import { policiesFolder } from "./opa.ts";
import { exampleFiles } from "./policy-files.ts";
import { readExample } from "./read-example.ts";

const bundle = await loadBundle(folderOnDisk(join(policiesFolder, "bundle")));
const files = await exampleFiles();

describe.each(bundle.rules)("$id $title", ({ id, folder }) => {
  const mine = files.filter((file) => file.startsWith(`rules/${folder}/`));
  const kindsOf = (kind: string): string[] =>
    mine.filter((file) => file.includes(`/examples/${kind}.`));

  it("has an example of each kind", () => {
    expect(kindsOf("pass")).not.toHaveLength(0);
    expect(kindsOf("fail")).not.toHaveLength(0);
  });

  it.each(mine)("judges %s at the marked lines only", async (file) => {
    const example = await readExample(file);
    expect(example.marked.length > 0).toBe(file.includes("/examples/fail."));
    const judged = judgeExample(example, bundle).filter(({ rule }) => rule === id);
    const lines = [...new Set(judged.map(({ line }) => line))].sort((left, right) => left - right);
    expect(lines, JSON.stringify(judged, undefined, 2)).toEqual(example.marked);
  });
});
