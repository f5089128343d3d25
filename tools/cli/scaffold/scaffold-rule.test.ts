import { cp } from "node:fs/promises";
import { join } from "node:path";
import { createFixture } from "fs-fixture";
import { describe, expect, it } from "vitest";
import { scaffoldRule } from "./scaffold-rule.ts";

const bundle = join(import.meta.dirname, "../../../policies/bundle");

async function inEstate<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  const fixture = await createFixture({});
  try {
    await cp(bundle, fixture.getPath("policies/bundle"), { recursive: true });
    await cp(join(bundle, "../settings"), fixture.getPath("policies/settings"), {
      recursive: true,
    });
    return await use(fixture.path);
  } finally {
    await fixture.rm();
  }
}

describe("scaffoldRule", () => {
  it("writes a rule, its test, its page and two examples under an id that was never used", async () => {
    await inEstate(async (folder) => {
      const { id, paths } = await scaffoldRule(folder, "topology/close-targets");
      expect(id).toMatch(/^TOP-\d{3}$/);
      expect(paths).toEqual(
        ["rule.rego", "rule_test.rego", "README.md", "examples/fail.found.yaml"]
          .concat("examples/pass.other.yaml")
          .map((name) => `policies/rules/topology/close_targets/${name}`),
      );
    });
  });

  it("does not write over a rule", async () => {
    await inEstate(async (folder) => {
      await scaffoldRule(folder, "meta/mine");
      await expect(scaffoldRule(folder, "meta/mine")).rejects.toThrow("exists already");
    });
  });

  it.each(["mine", "speed/mine", "security/", "security/../x", "security/a/b", "security/Mine"])(
    "refuses %j",
    async (name) => {
      await inEstate(async (folder) => {
        await expect(scaffoldRule(folder, name)).rejects.toThrow("cannot be the name of a rule");
      });
    },
  );
});
