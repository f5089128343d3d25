import { join } from "node:path";
import { expect, it } from "vitest";
import { folderOnDisk, loadPolicies, run, workTreeReader } from "@altostrata/pipeline";
import { estateDay } from "../../estate/estate-day.ts";
import { evaluateExample } from "../examples/evaluate-example.ts";
import { scalableInput } from "../proofs/count-work.ts";
import { scalableEstate } from "../proofs/scalable-estate.ts";
import { policiesFolder } from "../opa.ts";
import { readExamples } from "../examples/read-examples.ts";

// Waivers and baselines identify a finding by its fingerprint, so it must be unique.

const policies = await loadPolicies(folderOnDisk(policiesFolder));

interface Known {
  readonly fingerprint: string;
  readonly rule: string;
  readonly message: string;
}

it.each(await readExamples())("fingerprints are unique in $folder: $name", (example) => {
  const { findings } = evaluateExample(example, policies.bundle);
  expect(shared(findings)).toEqual([]);
});

it.each(["target", "environment", "estate"] as const)(
  "fingerprints are unique in all examples of scope %s together",
  async (scope) => {
    const inputOf =
      scope === "target"
        ? await scalableInput(policies.bundle)
        : await scalableEstate(policies.bundle, scope);
    const json = inputOf(1);
    const { findings } = policies.bundle.evaluate({ json, scope });
    expect(findings.length).toBeGreaterThan(20);
    const known = findings.map(({ rule, path, detail, message }) => {
      return { rule, message, fingerprint: JSON.stringify([rule, path, detail]) };
    });
    expect(shared(known)).toEqual([]);
  },
);

it("fingerprints are unique in the estate", async () => {
  const reader = workTreeReader(join(policiesFolder, ".."));
  const { findings } = await run({ reader, policies, asOf: estateDay });
  expect(findings.length).toBeGreaterThan(100);
  expect(shared(findings)).toEqual([]);
}, 60_000);

/** Groups of findings with the same fingerprint, each as its messages. */
function shared(findings: readonly Known[]): string[][] {
  return [...Map.groupBy(findings, ({ fingerprint }) => fingerprint).values()]
    .filter((group) => group.length > 1)
    .map((group) => group.map(({ rule, message }) => `${rule}: ${message}`));
}
