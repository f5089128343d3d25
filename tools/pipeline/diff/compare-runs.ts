import { changeClasses } from "../model/change-classes.ts";
import type {
  Comparison,
  ComparedDiagnostic,
  LockInChange,
  ObjectChange,
  TargetChange,
} from "../model/comparison.ts";
import type { RunResult, TargetResult } from "../model/run-result.ts";
import { affectedOwners } from "./affected-owners.ts";
import { changedEnvironments } from "./changed-environments.ts";
import { compareFindings } from "./compare-findings.ts";
import { compareImages } from "./compare-images.ts";
import { compareParity } from "./compare-parity.ts";
import { comparePolicies, type PolicySides } from "./compare-policies.ts";
import { compareTarget } from "./compare-target.ts";
import type { PlacedChange } from "./placed-change.ts";
import { compareTopology, pairGraphs } from "./compare-topology.ts";
import { groupChanges } from "./group-changes.ts";
import { createRedactor } from "./redact-object.ts";
import { systemGraphs } from "./system-graph.ts";

/** One side of a comparison: a run and how a reader calls the state it is about. */
export interface ComparedRun {
  readonly result: RunResult;
  /** `main`, `work tree`, a branch. */
  readonly label: string;
  readonly commit?: string;
}

/** Two runs to compare, and what the edge must bring for it. */
export interface CompareRequest {
  readonly base: ComparedRun;
  readonly head: ComparedRun;
  /** Key of the fingerprints of secrets, at least 16 bytes that no reader of the result knows. */
  readonly redactionKey: Uint8Array;
  /** The words of the head's diagnostics, in their order; the pipeline itself has none. */
  readonly diagnostics: readonly ComparedDiagnostic[];
  /** The rules of both sides and the head judged by the base's, where they are not the same. */
  readonly policies?: PolicySides;
  /** What the change does to lock-in; the pipeline itself has no score. */
  readonly lockIn?: LockInChange;
}

/** What really changes between two runs, as data that holds no secret and can be written as JSON. */
export function compareRuns(request: CompareRequest): Comparison {
  const { base, head, diagnostics } = request;
  const redactor = createRedactor(request.redactionKey);
  const pairs = pairTargets(base.result.targets, head.result.targets);
  const placed = pairs.map((pair) => compareTarget(pair, redactor));
  const sides = changedSides(base.result.targets, head.result.targets);
  const changes = groupChanges(placed.flat(), sides.head);
  const targets = pairs
    .map((pair, index) => countTarget(pair, placed[index] ?? [], head.result))
    .filter(
      ({ added, changed, removed, renamed, presence }) =>
        presence !== "kept" || added + changed + removed + renamed > 0,
    );
  const graphs = pairGraphs(systemGraphs(sides.base), systemGraphs(sides.head));
  const findings = compareFindings(base.result.findings, head.result.findings, redactor);
  return {
    schemaVersion: 1,
    asOf: head.result.asOf,
    base: describeSide(base),
    head: describeSide(head),
    targets,
    unchangedTargets: pairs.length - targets.length,
    changes: [...changes],
    topology: [...compareTopology(graphs)],
    graphs: [...graphs],
    diagnostics: diagnostics.map((one) => ({ ...one, text: redactor.text(one.text) })),
    findings,
    ...(request.policies === undefined
      ? {}
      : { policies: comparePolicies(request.policies, redactor) }),
    ...(request.lockIn === undefined ? {} : { lockIn: request.lockIn }),
    images: [...compareImages(changes)],
    parity: [...compareParity(changes, { ...sides, redactor })],
    owners: [...affectedOwners(changes, head.result.desiredState)],
    redacted: redactor.count(),
  };
}

/** Both sides without the environments in which nothing can differ, so that a small change of a large estate stays small. */
function changedSides(
  base: readonly TargetResult[],
  head: readonly TargetResult[],
): { base: readonly TargetResult[]; head: readonly TargetResult[] } {
  const names = new Set(changedEnvironments(base, head));
  const within = (targets: readonly TargetResult[]) =>
    targets.filter(({ environment }) => names.has(environment));
  return { base: within(base), head: within(head) };
}

interface PairedTarget {
  readonly base?: TargetResult;
  readonly head?: TargetResult;
}

function pairTargets(
  base: readonly TargetResult[],
  head: readonly TargetResult[],
): readonly PairedTarget[] {
  const before = new Map(base.map((result) => [pairName(result), result]));
  const after = new Map(head.map((result) => [pairName(result), result]));
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names.map((name) => {
    const [was, is] = [before.get(name), after.get(name)];
    return { ...(was ? { base: was } : {}), ...(is ? { head: is } : {}) };
  });
}

function pairName({ environment, target }: TargetResult): string {
  return [environment, target].join("\0");
}

function countTarget(
  { base, head }: PairedTarget,
  changes: readonly PlacedChange[],
  { desiredState }: RunResult,
): TargetChange {
  const result = head ?? base;
  if (!result) throw new Error("a pair of targets without a target");
  const { environment, target, provider, systems } = result;
  const count = (kind: ObjectChange["change"]) =>
    changes.filter(({ change }) => change === kind).length;
  const state = desiredState.environments.find(({ name }) => name === environment);
  return {
    environment,
    tier: state?.value.tier ?? systems[0]?.picture.environment.tier ?? "production",
    target,
    provider,
    presence: base && head ? "kept" : head ? "added" : "removed",
    added: count("added"),
    changed: count("changed"),
    removed: count("removed"),
    renamed: count("renamed"),
    classes: changeClasses.filter((name) => changes.some(({ classes }) => classes.includes(name))),
  };
}

function describeSide({ result, label, commit }: ComparedRun): Comparison["base"] {
  const { targets, diagnostics, findings } = result;
  return {
    label,
    ...(commit === undefined ? {} : { commit }),
    manifests: targets.reduce((sum, { manifests }) => sum + manifests.length, 0),
    diagnostics: diagnostics.length,
    findings: findings.filter(({ waiver }) => waiver === undefined).length,
    waived: findings.filter(({ waiver }) => waiver !== undefined).length,
  };
}
