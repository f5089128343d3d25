import { createFixture } from "fs-fixture";
import { describe, expect, it } from "vitest";
import { folderOnDisk } from "../../load/folder-on-disk.ts";
import { PolicyBundleError } from "./policy-bundle.ts";
import { requireFreshBundle } from "./require-fresh-bundle.ts";
import { policiesFolder } from "../testing/sample-policy.ts";
import { sourceDigest } from "./source-digest.ts";

const files = {
  "capabilities.json": "{}",
  "lib/objects.rego": "package lib",
  "rules/security/host_path/rule.rego": "package one",
  "rules/security/host_path/rule_test.rego": "package one_test",
  "rules/README.md": "not a family",
};

async function verdictAfter(changes: Readonly<Record<string, string>>): Promise<unknown> {
  const before = await createFixture(files);
  const sources = await sourceDigest(folderOnDisk(before.path), "1.0.0");
  await before.rm();
  const digests = JSON.stringify({ opa: "1.0.0", sources });
  const after = await createFixture({ ...files, "bundle/digests.json": digests, ...changes });
  try {
    return await requireFreshBundle(folderOnDisk(after.path)).catch((error: unknown) => error);
  } finally {
    await after.rm();
  }
}

describe("requireFreshBundle", () => {
  it("accepts the project's own bundle", async () => {
    await expect(requireFreshBundle(folderOnDisk(policiesFolder))).resolves.toBeUndefined();
  });

  it("accepts changes to files that are not compiled", async () => {
    const changed = { "rules/security/host_path/rule_test.rego": "package other_test" };
    expect(await verdictAfter({})).toBeUndefined();
    expect(await verdictAfter(changed)).toBeUndefined();
  });

  it.each([
    { "rules/security/host_path/rule.rego": "package one # changed" },
    { "rules/topology/new_rule/rule.rego": "package two" },
    { "lib/objects.rego": "package changed" },
    { "capabilities.json": "{ }" },
    { "bundle/digests.json": "{}" },
  ])("refuses a bundle older than %j", async (changes) => {
    expect(await verdictAfter(changes)).toBeInstanceOf(PolicyBundleError);
  });

  it("refuses rules without a bundle, and accepts a folder without rules", async () => {
    const unbuilt = await createFixture(files);
    await expect(requireFreshBundle(folderOnDisk(unbuilt.path))).rejects.toThrow(PolicyBundleError);
    await unbuilt.rm();
    const none = await createFixture({});
    await expect(requireFreshBundle(folderOnDisk(none.path))).resolves.toBeUndefined();
    await none.rm();
  });
});
