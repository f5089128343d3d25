import { createFixture } from "fs-fixture";
import { expect, it } from "vitest";
import { CannotRunError } from "../failures/cannot-run-error.ts";
import { readRuleExamples } from "./read-rule-examples.ts";

it("returns no examples without a file", async () => {
  await using rule = await createFixture({});
  expect(readRuleExamples(rule.path)).toEqual([]);
});

it("refuses a header that is not valid YAML and names the file", async () => {
  await using rule = await createFixture({ "examples.yaml": "kind: Example\nname: [\n" });
  expect(() => readRuleExamples(rule.path)).toThrow(CannotRunError);
  expect(() => readRuleExamples(rule.path)).toThrow(/examples\.yaml is not valid YAML/);
});
