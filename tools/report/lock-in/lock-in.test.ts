import { scoreLockIn } from "@altostrata/topology";
import { expect, it } from "vitest";
import { sampleFacts } from "../../topology/lock-in/sample-facts.ts";
import { lockInJson } from "./lock-in-json.ts";
import { lockInText } from "./lock-in-text.ts";

const production = { environment: "production", score: scoreLockIn(sampleFacts) };
const empty = { environment: "empty", score: scoreLockIn({ ...sampleFacts, components: [] }) };

it("explains the score of one environment down to its bindings", async () => {
  await expect(lockInText([production])).toMatchFileSnapshot("../golden/lock-in.txt");
});

it("prints a row per environment", async () => {
  await expect(lockInText([empty, production])).toMatchFileSnapshot("../golden/lock-in-all.txt");
});

it("prints scores as JSON", async () => {
  const json = lockInJson("2026-11-24", [empty, production]);
  await expect(json).toMatchFileSnapshot("../golden/lock-in.json.txt");
});

it("gives no score to an environment without components", () => {
  expect(lockInText([empty])).toBe("empty: no score, because it has no components.\n");
});

it("escapes control characters in names", () => {
  const [binding] = sampleFacts.bindings;
  const facts = { ...sampleFacts, bindings: [{ ...binding!, surface: "\u001b[2Jqueue" }] };
  const text = lockInText([{ environment: "production", score: scoreLockIn(facts) }]);
  expect(text).not.toContain("\u001b");
});
