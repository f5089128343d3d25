import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  folderOnDisk,
  loadPolicies,
  printManifest,
  run,
  workTreeReader,
  type RunResult,
} from "@altostrata/pipeline";
import { parametersFor } from "../../tools/pipeline/policy/resolve-settings.ts";
import { targetInputs, tierOf } from "../../tools/pipeline/policy/target-input.ts";

/** What an estate renders, written the way other tools read it. */
export interface RenderedEstate {
  readonly result: RunResult;
  /** A folder per target with one YAML file per manifest and a kustomization.yaml. */
  readonly manifests: string;
  /** A JSON file per target: the input that the rules are given. */
  readonly inputs: string;
  readonly steps: Readonly<Record<string, number>>;
}

/** Renders an estate once into `folder`, and takes the time of each step in milliseconds. */
export async function renderEstate(estate: string, folder: string): Promise<RenderedEstate> {
  const policies = await loadPolicies(folderOnDisk(join(estate, "policies")));
  const steps: Record<string, number> = {};
  let [step, since] = ["start", performance.now()];
  const onProgress = (next: string): void => {
    const now = performance.now();
    steps[step] = (steps[step] ?? 0) + now - since;
    [step, since] = [next, now];
  };
  const result = await run({
    reader: workTreeReader(estate),
    policies,
    asOf: "2026-11-24",
    onProgress,
  });
  onProgress("end");
  delete steps["start"];
  const rendered = {
    result,
    manifests: join(folder, "manifests"),
    inputs: join(folder, "inputs"),
    steps,
  };
  const prepare = targetInputs(result.desiredState, result.asOf);
  mkdirSync(rendered.inputs, { recursive: true });
  for (const target of result.targets) {
    writeManifests(join(rendered.manifests, target.environment, target.target), target);
    const tier = tierOf(result.desiredState, target.environment);
    const { rules } = policies.bundle;
    const subject = { environment: target.environment, tier };
    const input = prepare(target, parametersFor(policies.settings, rules, subject));
    const name = `${target.environment}-${target.target}.json`;
    writeFileSync(join(rendered.inputs, name), input?.json ?? "{}");
  }
  return rendered;
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
