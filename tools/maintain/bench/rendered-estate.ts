import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { printManifest, type RenderedTarget } from "@altostrata/pipeline";
import { strictnessOf } from "../../pipeline/policy/evaluate/evaluate-environment.ts";
import { ruleContext } from "../../pipeline/policy/evaluate/rule-context.ts";
import { targetInput } from "../../pipeline/policy/input/target-input.ts";
import { timedRun } from "./timed-run.ts";

/** A rendered estate in the formats of other tools. */
export interface RenderedEstate {
  /** A folder per target with one YAML file per manifest and a kustomization.yaml. */
  readonly manifests: string;
  /** A JSON file per target: the input of the rules. */
  readonly inputs: string;
  readonly targets: number;
}

/** Renders an estate into `folder` for a day. */
export async function renderEstate(
  estate: string,
  folder: string,
  asOf: string,
): Promise<RenderedEstate> {
  const [manifests, inputs] = [join(folder, "manifests"), join(folder, "inputs")];
  mkdirSync(inputs, { recursive: true });
  const targets: RenderedTarget[] = [];
  const { result, policies } = await timedRun(estate, asOf, (rendered) =>
    targets.push(...rendered),
  );
  const context = ruleContext({ ...result, policies });
  for (const target of targets) {
    writeManifests(join(manifests, target.environment, target.target), target);
    const { parameters } = strictnessOf(target.environment, context);
    const input = targetInput(target, { ...context, parameters });
    if (!input) throw new Error(`${target.environment}/${target.target} gives no input`);
    writeFileSync(join(inputs, `${target.environment}-${target.target}.json`), input.json);
  }
  return { manifests, inputs, targets: targets.length };
}

function writeManifests(folder: string, { manifests }: RenderedTarget): void {
  mkdirSync(folder, { recursive: true });
  const names = manifests.map((manifest, index) => {
    const name = `${index}.yaml`;
    writeFileSync(join(folder, name), printManifest(manifest));
    return name;
  });
  const resources = names.map((name) => `  - ${name}`).join("\n");
  writeFileSync(join(folder, "kustomization.yaml"), `resources:\n${resources}\n`);
}
