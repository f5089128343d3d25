import { describe, expect, it } from "vitest";
import { painter } from "../document/terminal.ts";
import { rulePage, type PageRule } from "./rule-page.ts";
import { terminalMarkdown } from "./terminal-markdown.ts";

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
  remediation: "Remove `hostNetwork`; offer ports by a Service, see [the guide](../guide.md).",
  folder: "security/host_namespaces",
  parameters: { allowed: { type: "array", default: [], description: "names that may" } },
};

const page = rulePage(rule, {
  readme: `# Title\n\nA pod in its node's network listens on the node's addresses, and\nreaches everything.\n\n- one item\n  that goes on for so long that it must go on in the next line\n- **two** items\n`,
  examples: [
    ["fail.network.yaml", "spec:\n\n  hostNetwork: true # finding\n"],
    ["pass.own-network.yaml", "# Not a heading\nspec: {}\n"],
  ],
});

const plain = { paint: painter(false), width: 60 };

describe("terminalMarkdown", () => {
  it("prints the page of a rule", async () => {
    await expect(terminalMarkdown(page, plain)).toMatchFileSnapshot("../golden/rule-page.txt");
  });

  it.for([40, 60, 100])("keeps paragraphs within %i columns", (width) => {
    const lines = terminalMarkdown("word ".repeat(200), { ...plain, width })
      .trimEnd()
      .split("\n");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
    expect(lines.join(" ").match(/word/g)).toHaveLength(200);
  });

  it("colours code, headings and what an example is about", () => {
    const painted = terminalMarkdown(page, { paint: painter(true), width: 60 });
    expect(painted).toContain("\u001B[36m`hostNetwork`\u001B[39m");
    expect(painted).toContain("\u001B[1mWhy\u001B[22m");
    expect(painted).toContain("\u001B[31m    hostNetwork: true # finding\u001B[39m");
  });

  it("lets no text repaint the terminal", () => {
    const hostile =
      "# \u001B[2J\n\n\u202Etext `\u001B[31m`\n\n| a\u001B | b |\n\n```\n\u001B]0;x\n```\n";
    expect(terminalMarkdown(hostile, plain).replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});
