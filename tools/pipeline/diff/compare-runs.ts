import type {
  Comparison,
  ComparedDiagnostic,
  LockInChange,
} from "../model/comparison/comparison.ts";
import type { EnvironmentTarget } from "../model/estate/environment-target.ts";
import type { RunResult } from "../model/results/run-result.ts";
import { uniqueBy } from "../model/values/unique-by.ts";
import { affectedOwners } from "./affected-owners.ts";
import { canonicalText } from "./values/canonical-text.ts";
import { compareFindings } from "./findings/compare-findings.ts";
import { compareImages } from "./objects/compare-images.ts";
import { comparePolicies, type PolicySides } from "./findings/compare-policies.ts";
import { compareEnvironment, type EnvironmentChange } from "./compare-environment.ts";
import { compareTopology } from "./topology/compare-topology.ts";
import type { ComparedEnvironment } from "./compared-environment.ts";
import { groupChanges } from "./objects/group-changes.ts";
import { createRedactor, type Redactor } from "../secrets/create-redactor.ts";
import { findRenames } from "./renames/find-renames.ts";
import { listRenames } from "./renames/list-renames.ts";

/** One side of a comparison: a run and the name of its state. */
export interface ComparedRun {
  readonly result: RunResult;
  /** `main`, `work tree`, a branch. */
  readonly label: string;
  readonly commit?: string;
}

/** Two runs to compare, and the data that the caller adds. */
interface CompareRequest {
  readonly base: ComparedRun;
  readonly head: ComparedRun;
  /** The key for fingerprints of secrets: at least 16 bytes, unknown to readers of the result. */
  readonly redactionKey: Uint8Array;
  /** The diagnostics of the head with their texts, in order; the pipeline has no texts. */
  readonly diagnostics: readonly ComparedDiagnostic[];
  /** The rules of both sides and the head's findings under each, if the rules differ. */
  readonly policies?: PolicySides;
  /** The change of lock-in; the pipeline has no score. */
  readonly lockIn?: LockInChange;
}

/** A comparison that takes one environment after the other and keeps only the differences. */
export interface OpenComparison {
  /** Call it once for each environment, with the new names on both sides. */
  readonly add: (environment: ComparedEnvironment) => void;
  readonly finish: (request: Omit<CompareRequest, "redactionKey">) => Comparison;
}

/** Starts a comparison with the key for fingerprints of secrets. */
export function openComparison(redactionKey: Uint8Array): OpenComparison {
  const redactor = createRedactor(redactionKey);
  const environments: EnvironmentChange[] = [];
  return {
    add: (compared) => {
      environments.push(compareEnvironment(compared, redactor));
    },
    finish: (request) => compareWholes(request, environments.toSorted(byName), redactor),
  };
}

function byName(left: EnvironmentChange, right: EnvironmentChange): number {
  return left.environment < right.environment ? -1 : 1;
}

function compareWholes(
  { base, head, ...request }: Omit<CompareRequest, "redactionKey">,
  environments: readonly EnvironmentChange[],
  redactor: Redactor,
): Comparison {
  const changes = groupChanges(environments);
  const targets = environments.flatMap((environment) => environment.targets);
  const graphs = environments.flatMap((environment) => environment.graphs);
  const topology = [...compareTopology(graphs)];
  const found = findRenames(base.result.desiredState, head.result.desiredState);
  const unread = environments.flatMap((environment) => environment.unread);
  const still = new Set(head.result.targets.map(pairName));
  for (const pair of [...targets, ...unread]) still.delete(pairName(pair));
  const renames = listRenames(
    found,
    environments.flatMap(({ kept }) => kept),
  );
  return {
    schemaVersion: 1,
    asOf: head.result.asOf,
    base: describeSide(base),
    head: describeSide(head),
    targets,
    ...(renames.length === 0 ? {} : { renames: [...renames] }),
    unchangedTargets: still.size,
    unread,
    changes: [...changes],
    topology,
    graphs,
    diagnostics: uniqueDiagnostics(
      request.diagnostics.map((one) => ({ ...one, text: redactor.text(one.text) })),
    ),
    findings: compareFindings(base.result.findings, head.result.findings, {
      redactor,
      renames: found,
    }),
    ...(request.policies === undefined
      ? {}
      : { policies: comparePolicies(request.policies, redactor) }),
    ...(request.lockIn === undefined ? {} : { lockIn: request.lockIn }),
    images: [...compareImages(changes)],
    parity: environments.flatMap(({ parity }) => parity),
    owners: [
      ...affectedOwners({
        base: base.result.desiredState,
        head: head.result.desiredState,
        changes,
        topology,
        renames: found,
      }),
    ],
    redacted: redactor.count(),
  };
}

/** One line can cause the same problem on many targets; report it once. */
function uniqueDiagnostics(diagnostics: readonly ComparedDiagnostic[]): ComparedDiagnostic[] {
  return [...uniqueBy(diagnostics, canonicalText)];
}

function pairName({ environment, target }: EnvironmentTarget): string {
  return [environment, target].join("\0");
}

function describeSide({ result, label, commit }: ComparedRun): Comparison["base"] {
  const { targets, diagnostics, findings, leftOutKeys } = result;
  return {
    label,
    ...(commit === undefined ? {} : { commit }),
    manifests: targets.reduce((sum, target) => sum + target.manifests, 0),
    diagnostics: diagnostics.length,
    findings: findings.filter(({ waiver }) => waiver === undefined).length,
    waived: findings.filter(({ waiver }) => waiver !== undefined).length,
    ...(leftOutKeys ? { leftOutKeys: [...leftOutKeys] } : {}),
  };
}
