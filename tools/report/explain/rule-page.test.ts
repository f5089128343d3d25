import { splitExamples } from "@altostrata/pipeline";
import { describe, expect, it } from "vitest";
import { painter } from "../document/terminal.ts";
import { rulePage, type PageRule } from "./rule-page.ts";

const rule: PageRule = {
  id: "SEC-002",
  aliases: ["SEC-003"],
  title: "Pod shares a namespace of its node",
  description: "No pod may use the network of its node.",
  family: "security",
  severity: "high",
  scope: "target",
  since: "0.1.0",
  standards: ["CIS 5.2.3"],
  rationale: `A pod in its node's network listens on the node's addresses, and\nreaches everything.\n\n- one item\n  that goes on for so long that it must go on in the next line\n- two items`,
  remediation: "Remove `hostNetwork`; offer ports by a Service, see [the guide](../guide.md).",
  folder: "security/host_namespaces",
  parameters: { allowed: { type: "array", default: [], description: "names that may" } },
};

const examples = splitExamples(
  "kind: Example\nname: own network\nexpect: pass\nconsidered: 0\n---\n# Not a heading\nspec: {}\n---\n" +
    "kind: Example\nname: network\nexpect: fail\nlayer: provider\n---\nspec:\n\n  hostNetwork: true # finding\n",
);

const plain = { paint: painter(false), width: 60 };

describe("rulePage", () => {
  it("prints facts, reasons, remedy, parameters and examples", async () => {
    const page = rulePage(rule, examples, plain);
    await expect(page).toMatchFileSnapshot("../golden/rule-page.txt");
  });

  it.for([40, 60, 100])("wraps paragraphs and list items at %i columns", (width) => {
    const rationale = `${"word ".repeat(200)}\n\n- ${"item ".repeat(50)}`;
    const page = rulePage({ ...rule, rationale }, [], { ...plain, width });
    const lines = page.split("\n").filter((line) => /word|item/.test(line));
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
    expect(page.match(/word/g)).toHaveLength(200);
    expect(page.match(/item/g)).toHaveLength(50);
  });

  it("colours code, headings and marked lines of examples", () => {
    const page = rulePage(rule, examples, { paint: painter(true), width: 60 });
    expect(page).toContain("\u001B[36m`hostNetwork`\u001B[39m");
    expect(page).toContain("\u001B[1mWhy\u001B[22m");
    expect(page).toContain("\u001B[31m  hostNetwork: true # finding\u001B[39m");
  });

  it("escapes control characters", () => {
    const hostile = "\u001B[2J\u202Etext `\u001B[31m`";
    const page = rulePage(
      {
        ...rule,
        title: hostile,
        rationale: hostile,
        standards: [hostile],
        parameters: { [hostile]: { default: hostile, description: hostile } },
      },
      [{ line: 1, header: { name: hostile }, text: `---\n${hostile}` }],
      plain,
    );
    expect(page.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});
