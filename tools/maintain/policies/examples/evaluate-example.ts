import type { Path } from "../../../pipeline/model/origins/origin.ts";
import type { Place } from "../../../pipeline/model/origins/place.ts";
import { kindName } from "../../../pipeline/model/kubernetes/manifest.ts";
import { fieldsRead } from "../../../pipeline/policy/input/target-part.ts";
import { keepFields } from "../../../pipeline/policy/input/keep-fields.ts";
import { makeFindings } from "../../../pipeline/policy/findings/make-findings.ts";
import type { PolicyBundle } from "../../../pipeline/policy/bundle/policy-bundle.ts";
import type { RuleMetadata } from "../../../pipeline/policy/bundle/rule-metadata.ts";
import { parametersFor } from "../../../pipeline/policy/bundle/resolve-settings.ts";
import { vocabularyOf } from "../../../pipeline/policy/input/facts/vocabulary.ts";
import { targetInput } from "../../../pipeline/policy/input/target-input.ts";
import type { Example } from "./read-examples.ts";

export interface ExampleFinding {
  readonly rule: string;
  readonly line: number;
  readonly message: string;
  readonly fingerprint: string;
}

/** The input of the rules for an example, as JSON. */
export function exampleInput(
  example: Example,
  { rules }: PolicyBundle,
): { json: string; scope: RuleMetadata["scope"]; input: object } {
  const parameters = parametersFor([], rules, { tier: "production" });
  if (example.wider) {
    const { scope, input: given } = example.wider;
    const readers = rules.filter((rule) => rule.scope === scope);
    const input = { ...given, parameters, resources: readParts(given, readers) };
    return { json: JSON.stringify(input), scope, input };
  }
  const { desiredState, result } = example.target!;
  const vocabulary = vocabularyOf(desiredState);
  const prepared = targetInput(result, {
    desiredState,
    asOf: "2026-11-24",
    vocabulary,
    parameters,
  });
  return { ...prepared!, scope: "target" };
}

/** The resources of an example as in a run: undeclared reads of a rule find nothing. */
function readParts(
  { resources }: NonNullable<Example["wider"]>["input"],
  rules: readonly RuleMetadata[],
): unknown {
  const fields = new Map(
    [...fieldsRead(rules)].flatMap(([kind, paths]) => [
      [kind, paths],
      // Examples may omit the group.
      [kind.split("/").at(-1) ?? "", paths],
    ]),
  );
  return resources.map((resource: ExampleResource) => {
    const { group = "", kind, object, ...rest } = resource;
    const paths = fields.get(kindName({ group, kind }));
    return { ...rest, group, kind, ...(paths ? { object: keepFields(object, paths) } : {}) };
  });
}

interface ExampleResource {
  readonly group?: string;
  readonly kind: string;
  readonly object: unknown;
}

/**
 * Evaluates the compiled rules on an example. Returns the findings with their lines, and the number of objects that
 * each rule considered. Throws when a rule fails.
 */
export function evaluateExample(
  example: Example,
  bundle: PolicyBundle,
): { findings: ExampleFinding[]; considered: Readonly<Record<string, number>> } {
  const { input, json, scope } = exampleInput(example, bundle);
  const { findings: raw, failures, considered } = bundle.evaluate({ json, scope });
  if (failures.length > 0) throw new Error(JSON.stringify(failures));
  const found = makeFindings(raw, {
    rules: bundle.rules,
    input,
    manifests: new Map(example.target?.result.manifests.entries()),
    incompleteKinds: [],
    fallback: { file: example.file, line: example.line, column: 1 },
    actionOf: () => "deny",
    belongsTo: () => ({}),
  });
  const findings = found.map(({ finding: { rule, message, fingerprint, path, at } }) => {
    return { rule, message, fingerprint, line: lineOf(example, path, at) };
  });
  return { findings, considered };
}

/** Findings about the target or its environment are in files that an example lacks; they count at its header. */
function lineOf({ file, line, wider }: Example, path: Path, at: Place): number {
  if (wider) return wider.lineAt(path);
  return at.file === file ? at.line : line;
}
