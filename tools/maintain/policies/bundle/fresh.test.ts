import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { collectRules } from "./collect-rules.ts";
import { policiesFolder } from "../opa.ts";
import { sourcesDigest } from "../policy-files.ts";

describe("the policy bundle", () => {
  it("is up to date with the rules", async () => {
    const { sources } = JSON.parse(
      await readFile(join(policiesFolder, "bundle/digests.json"), "utf8"),
    );
    expect(sources, 'run "npm run policies:build"').toBe(await sourcesDigest());
  });
});

describe("collectRules", () => {
  const custom = {
    id: "SEC-001",
    aliases: ["SEC-002"],
    family: "security",
    severity: "high",
    scope: "target",
    standards: [],
    rationale: "w",
    covers: { threats: ["privilege"], families: ["workloads"] },
    remediation: "r",
    since: "0.1.0",
  };
  const rule = (folder: string, changes: object) => ({
    annotations: {
      scope: "package",
      title: "t",
      description: "d",
      custom: { ...custom, ...changes },
    },
    location: { file: `rules/${folder}/rule.rego`, row: 20 },
  });

  it.each([
    [
      "a duplicate ID",
      [rule("security/a", {}), rule("security/b", {})],
      "SEC-001 is claimed by security/a and security/b",
    ],
    [
      "an ID that is an alias of another rule",
      [rule("security/a", {}), rule("security/b", { id: "SEC-002", aliases: [] })],
      "SEC-002 is claimed by",
    ],
    [
      "a family that does not match the folder",
      [rule("topology/a", {})],
      "family security in a folder of another",
    ],
    ["no coverage", [rule("security/a", { covers: undefined })], "metadata without covers"],
    ["no rationale", [rule("security/a", { rationale: undefined })], "metadata without rationale"],
    ["no remediation", [rule("security/a", { remediation: undefined })], "metadata"],
    [
      "an invalid default",
      [rule("security/a", { parameters: { least: { type: "integer", default: "x" } } })],
      "default of parameter least",
    ],
  ])("refuses %s", (_, annotations, message) => {
    expect(() => collectRules({ annotations }, [])).toThrow(message);
  });

  it("refuses a rule without metadata", () => {
    expect(() => collectRules({}, ["rules/security/a/rule.rego"])).toThrow(
      "without metadata: rules/security/a/rule.rego",
    );
  });
});
