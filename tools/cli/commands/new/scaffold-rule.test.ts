import { cp } from "node:fs/promises";
import { join } from "node:path";
import { createFixture, type FsFixture } from "fs-fixture";
import { describe, expect, it } from "vitest";
import { scaffoldRule } from "./scaffold-rule.ts";

const bundle = join(import.meta.dirname, "../../../../policies/bundle");

/** A folder with the compiled rules only, whose IDs are taken. */
async function compiledRules(): Promise<FsFixture> {
  const fixture = await createFixture({});
  await cp(bundle, fixture.getPath("policies/bundle"), { recursive: true });
  return fixture;
}

describe("scaffoldRule", () => {
  it("writes a rule and its examples with a new ID", async () => {
    await using estate = await compiledRules();
    const { id, paths } = scaffoldRule(estate.path, "topology/close-targets");
    expect(id).toMatch(/^TOP-\d{3}$/);
    expect(paths).toEqual(
      ["rule.rego", "examples.yaml"].map((name) => `policies/rules/topology/close_targets/${name}`),
    );
  });

  it("does not overwrite a rule", async () => {
    await using estate = await compiledRules();
    scaffoldRule(estate.path, "meta/mine");
    expect(() => scaffoldRule(estate.path, "meta/mine")).toThrow("already exists");
  });

  it.each([
    "mine",
    "speed/mine",
    "security/",
    "security/../x",
    "security/a/b",
    "security/Mine",
    "constructor/x",
  ])("refuses %j", async (name) => {
    await using estate = await compiledRules();
    expect(() => scaffoldRule(estate.path, name)).toThrow("is not a valid rule name");
  });
});
