import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { folderOnDisk, loadPolicies, run, workTreeReader } from "@altostrata/pipeline";
import { estateDay } from "../../estate/estate-day.ts";

const repository = join(import.meta.dirname, "../../../..");
const page = readFileSync(join(repository, "docs/reference/policy-input.md"), "utf8");

type Input = Readonly<Record<string, unknown>>;

/** Lists and maps whose item keys belong to the input and not to a file. */
const itemised = ["containers", "pods", "pulls", "texts", "resources", "placements", "proofs"];

it("documents every key of the rules' input", { timeout: 60_000 }, async () => {
  const inputs = await inputsOfEstate();
  expect(new Set(inputs.map(({ scope }) => scope))).toEqual(
    new Set(["target", "environment", "estate"]),
  );
  const keys = inputs.flatMap((input) => [
    ...Object.keys(input),
    ...itemised.flatMap((list) =>
      ((input[list] ?? []) as readonly Input[]).flatMap((item) => Object.keys(item)),
    ),
  ]);
  expect([...new Set(keys)].filter((key) => !page.includes(`\`${key}\``)).sort()).toEqual([]);
});

/** The real input of the rules for this estate. */
async function inputsOfEstate(): Promise<readonly Input[]> {
  const inputs: Input[] = [];
  const policies = await loadPolicies(folderOnDisk(join(repository, "policies")));
  const { bundle } = policies;
  const evaluate: typeof bundle.evaluate = (request) => {
    inputs.push(JSON.parse(request.json) as Input);
    return bundle.evaluate(request);
  };
  await run({
    reader: workTreeReader(repository),
    policies: { ...policies, bundle: { ...bundle, evaluate } },
    asOf: estateDay,
  });
  return inputs;
}
