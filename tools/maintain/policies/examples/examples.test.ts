import { join } from "node:path";
import { expect, it } from "vitest";
import { folderOnDisk } from "../../../pipeline/load/folder-on-disk.ts";
import { loadBundle } from "../../../pipeline/policy/bundle/load-bundle.ts";
import { policiesFolder } from "../opa.ts";
import { checkExamples } from "./check-examples.ts";
import { readExamples } from "./read-examples.ts";

const bundle = await loadBundle(folderOnDisk(join(policiesFolder, "bundle")));
const examples = await readExamples();

it.each(bundle.rules)("$id gives exactly the findings that its examples expect", (rule) => {
  const mine = examples.filter(({ folder }) => folder === rule.folder);
  expect(checkExamples(rule, mine, bundle)).toEqual([]);
});
