import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { compareObjects, type Manifest } from "../../../pipeline/model/kubernetes/manifest.ts";
import { instantiate } from "../../../pipeline/policy/bundle/evaluator.ts";
import type { PolicyBundle } from "../../../pipeline/policy/bundle/policy-bundle.ts";
import type { RuleMetadata } from "../../../pipeline/policy/bundle/rule-metadata.ts";
import { exampleInput } from "../examples/evaluate-example.ts";
import { writeMainModule } from "../bundle/main-module.ts";
import { runOpa } from "../opa.ts";
import { regoFiles } from "../policy-files.ts";
import { readExamples } from "../examples/read-examples.ts";
import { untar } from "../bundle/untar.ts";

const setUpBytes = 4096;
// Comparing all objects with all would grow quadratically.
const tolerance = 2;

/**
 * The memory that each compiled rule allocates, in bytes. It is the same on every machine and grows with every loop
 * iteration.
 */
export type Work = ReadonlyMap<string, number>;

/**
 * Builds inputs from several copies of the manifests of all examples, so that every rule of scope `target` has work.
 */
export async function scalableInput(bundle: PolicyBundle): Promise<(times: number) => string> {
  const examples = await readExamples();
  const [first] = examples.filter(({ target }) => target);
  if (!first?.target) throw new Error("no example of scope target");
  const manifests = examples.flatMap(({ target }) => target?.result.manifests ?? []);
  const { desiredState, result } = first.target;
  return (times) => {
    const copies = Array.from({ length: times * manifests.length }, (_, index) =>
      copyOf(manifests[index % manifests.length]!, index, Math.floor(index / manifests.length)),
    );
    const sorted = copies.sort((left, right) => compareObjects(left.id, right.id));
    const target = { desiredState, result: { ...result, manifests: sorted } };
    return exampleInput({ ...first, target }, bundle).json;
  };
}

/** The same object in the namespace of a copy, so that copies are independent. */
function copyOf(manifest: Manifest, index: number, copy: number): Manifest {
  const { id, object } = manifest;
  const namespace = id.namespace === "" ? "" : `${id.namespace}-${copy}`;
  const name = `${id.name}-${index}`;
  const metadata = { ...(object["metadata"] as object), name, ...(namespace && { namespace }) };
  return { ...manifest, id: { ...id, name, namespace }, object: { ...object, metadata } };
}

/** Returns a function that counts the work of every rule of a scope on an input. */
export async function workCounter(
  rules: readonly RuleMetadata[],
  scope: RuleMetadata["scope"],
): Promise<(json: string) => Work> {
  const selected = rules.filter((rule) => rule.scope === scope);
  const policy = instantiate(await compileEach(selected), 8192);
  const { wasmInstance } = policy as unknown as { wasmInstance: { exports: HeapExports } };
  const taken = (json: string, entrypoint: string): number => {
    const bytes = new TextEncoder().encode(json);
    policy.evaluate(bytes.buffer, entrypoint);
    return wasmInstance.exports.opa_heap_ptr_get();
  };
  return (json) => {
    const counted = selected.map(({ id, folder }): [string, number] => [
      id,
      taken(json, `altostrata/rules/${folder}/findings`),
    ]);
    // Subtracts the cost of reading the input, which is the minimum over all rules.
    const reading = Math.min(...counted.map(([, count]) => count));
    return new Map(counted.map(([id, count]) => [id, count - reading]));
  };
}

interface HeapExports {
  readonly opa_heap_ptr_get: () => number;
}

/** All rules in one module, each with its own entrypoint. */
async function compileEach(rules: readonly RuleMetadata[]): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), "policy-work-"));
  try {
    const findings = rules.map((rule) => `altostrata/rules/${rule.folder}/findings`);
    const entries = ["altostrata/main/report", ...findings].flatMap((entry) => ["-e", entry]);
    const { compiled } = await regoFiles();
    const main = await writeMainModule(folder, rules);
    const output = join(folder, "bundle.tar.gz");
    runOpa(["build", "--target", "wasm", ...entries, "--output", output, main, ...compiled]);
    const wasm = untar(gunzipSync(await readFile(output))).get("/policy.wasm");
    if (!wasm) throw new Error("opa built no policy.wasm");
    return wasm;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The rules whose work grows faster than their input, with the growth factor. */
export function growsFaster(smaller: Work, larger: Work, factor: number): [string, number][] {
  return [...larger].flatMap(([rule, count]): [string, number][] => {
    // Setup costs of a rule are not growth.
    const growth = count / Math.max(smaller.get(rule) ?? 0, setUpBytes);
    return growth > factor * tolerance ? [[rule, growth]] : [];
  });
}
