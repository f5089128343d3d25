import { createFixture } from "fs-fixture";
import { describe, expect, it } from "vitest";
import { folderOnDisk } from "../../load/folder-on-disk.ts";
import { loadSettings } from "./load-settings.ts";
import { actionFor, checkSettings, parametersFor } from "./resolve-settings.ts";
import type { RuleMetadata } from "./rule-metadata.ts";

const rule: RuleMetadata = {
  id: "SEC-010",
  aliases: ["SEC-011"],
  title: "t",
  description: "d",
  family: "security",
  severity: "high",
  scope: "target",
  standards: [],
  remediation: "r",
  since: "0.1.0",
  parameters: { allowed: { type: "array", items: { type: "string" }, default: ["A"] } },
  folder: "security/x",
  line: 1,
};

const head = "apiVersion: altostrata.dev/v1alpha1\nkind: PolicySettings\n";

async function settingsOf(files: Readonly<Record<string, string>>) {
  const fixture = await createFixture(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, head + text])),
  );
  try {
    return await loadSettings(folderOnDisk(fixture.path));
  } finally {
    await fixture.rm();
  }
}

describe("settings", () => {
  it("uses the most specific layer, independent of file names", async () => {
    const { layers, diagnostics } = await settingsOf({
      "a.yaml":
        "applies: { environment: lab }\nrules: { SEC-010: { action: off, parameters: { allowed: [B] } } }\n",
      "b.yaml": "applies: { tier: development }\nactions: { high: inform }\n",
      "z.yaml": "actions: { high: warn }\n",
    });
    expect(diagnostics).toEqual([]);
    expect(actionFor(layers, rule, { tier: "production" })).toBe("warn");
    expect(actionFor(layers, rule, { tier: "development", environment: "dev" })).toBe("inform");
    expect(actionFor(layers, rule, { tier: "development", environment: "lab" })).toBe("off");
    expect(parametersFor(layers, [rule], { tier: "development", environment: "lab" })).toEqual({
      "SEC-010": { allowed: ["B"] },
    });
    expect(parametersFor(layers, [rule], { tier: "production" })).toEqual({
      "SEC-010": { allowed: ["A"] },
    });
  });

  it("denies if no layer sets an action", () => {
    expect(actionFor([], rule, { tier: "development" })).toBe("deny");
  });

  it.each([
    ["unknown key", "stricness: high\n", 3],
    ["unknown action", "actions: { high: block }\n", 3],
    ["broken YAML", "actions: { high: deny\n", 4],
  ])("refuses %s at its line", async (_, text, line) => {
    const { layers, diagnostics } = await settingsOf({ "a.yaml": text });
    expect(layers).toEqual([]);
    expect(diagnostics).toMatchObject([
      { code: "policy-settings-invalid", at: { file: "policies/settings/a.yaml" } },
    ]);
    expect(diagnostics[0]?.at.line).toBeLessThanOrEqual(line);
  });

  it.each([
    ["SEC-999: { action: off }", "rules.SEC-999 is not a rule"],
    ["SEC-011: { action: off }", "rules.SEC-011 was renamed to SEC-010"],
    [
      "SEC-010: { parameters: { allow: [] } }",
      "SEC-010 has no parameter allow. Its parameters: allowed",
    ],
    ["SEC-010: { parameters: { allowed: yes } }", "parameter allowed of SEC-010"],
  ])("refuses the rule setting %s", async (text, problem) => {
    const { layers } = await settingsOf({ "a.yaml": `rules:\n  ${text}\n` });
    const [diagnostic] = checkSettings(layers, [rule]);
    expect(diagnostic).toMatchObject({ code: "policy-settings-invalid", at: { line: 4 } });
    expect(diagnostic?.args["problem"]).toContain(problem);
  });
});
