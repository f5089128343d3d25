import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderOnDisk } from "../../../pipeline/load/folder-on-disk.ts";
import { loadBundle } from "../../../pipeline/policy/bundle/load-bundle.ts";
import { splitExamples } from "../../../pipeline/policy/bundle/split-examples.ts";
import { policiesFolder } from "../opa.ts";
import { checkExamples } from "./check-examples.ts";
import { readExample } from "./read-examples.ts";

const bundle = await loadBundle(folderOnDisk(join(policiesFolder, "bundle")));
const rule = bundle.rules.find(({ id }) => id === "SEC-085")!;
const file = "rules/security/node_exposure/examples.yaml";

const service = (type: string) =>
  `apiVersion: v1\nkind: Service\nmetadata: { name: web, namespace: shop }\nspec:\n  type: ${type}\n`;
const passing = `kind: Example\nname: inside\nexpect: pass\nconsidered: 1\n---\n${service("ClusterIP")}`;
const failing = `kind: Example\nname: outside\nexpect: fail\n---\n${service("NodePort # finding")}`;

function problemsOf(text: string): readonly string[] {
  const examples = splitExamples(text).map((example) => readExample(file, example));
  return checkExamples(rule, examples, bundle);
}

describe("checkExamples", () => {
  it("accepts examples whose marked lines have the findings", () => {
    expect(problemsOf(`${passing}---\n${failing}`)).toEqual([]);
  });

  it.each([
    ["a finding in an unmarked line", failing.replace(" # finding", ""), "no line ends in"],
    [
      "a marked line without a finding",
      failing.replace("NodePort", "ClusterIP"),
      "findings in lines none, expected 20",
    ],
    ["findings in a passing example", failing.replace("fail", "pass"), "has `expect: pass`"],
    ["another count", failing.replace("---", "considered: 7\n---"), "considered 1, expected 7"],
    ["a repeated name", `${failing}---\n${failing}`, "two examples are named fail outside"],
    [
      "no failing example",
      passing.replace("inside", "also inside"),
      "no example has `expect: fail`",
    ],
  ])("reports %s", (_, text, message) => {
    expect(problemsOf(`${passing}---\n${text}`).join("\n")).toContain(message);
  });

  it("reports a rule without considered objects", () => {
    const text = `${passing.replace("considered: 1\n", "")}---\n${failing}`;
    expect(problemsOf(text)).toEqual([`policies/${file}: no example has \`considered\` above 0`]);
  });
});

describe("readExample", () => {
  it.each([
    ["an unknown key", failing.replace("expect:", "expects:"), `${file}:1: header`],
    ["a missing header", service("NodePort"), `${file}:1: header`],
    ["YAML that cannot be parsed", `${passing}---\nspec: [\n`, `${file}:1: `],
  ])("refuses %s", (_, text, message) => {
    expect(() => problemsOf(text)).toThrow(message);
  });
});
