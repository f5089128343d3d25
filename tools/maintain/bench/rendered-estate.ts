import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { printManifest, type RunResult } from "@altostrata/pipeline";
import { parametersFor } from "../../pipeline/policy/bundle/resolve-settings.ts";
import { targetInputs, tierOf } from "../../pipeline/policy/input/target-input.ts";
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
  const { result, policies } = await timedRun(estate, asOf);
  const [manifests, inputs] = [join(folder, "manifests"), join(folder, "inputs")];
  const prepare = targetInputs(result.desiredState, asOf);
  mkdirSync(inputs, { recursive: true });
  for (const target of result.targets) {
    writeManifests(join(manifests, target.environment, target.target), target);
    const tier = tierOf(result.desiredState, target.environment);
    const subject = { environment: target.environment, tier };
    const parameters = parametersFor(policies.settings, policies.bundle.rules, subject);
    const input = prepare(target, parameters);
    if (!input) throw new Error(`${target.environment}/${target.target} gives no input`);
    writeFileSync(join(inputs, `${target.environment}-${target.target}.json`), input.json);
  }
  return { manifests, inputs, targets: result.targets.length };
}

function writeManifests(folder: string, { manifests }: RunResult["targets"][number]): void {
  mkdirSync(folder, { recursive: true });
  const names = manifests.map((manifest, index) => {
    const name = `${index}.yaml`;
    writeFileSync(join(folder, name), printManifest(manifest));
    return name;
  });
  const resources = names.map((name) => `  - ${name}`).join("\n");
  writeFileSync(join(folder, "kustomization.yaml"), `resources:\n${resources}\n`);
}
