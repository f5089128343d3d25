import { changeClasses } from "../model/comparison/change-classes.ts";
import type { ObjectChange, ParityChange, TargetChange } from "../model/comparison/comparison.ts";
import type { EnvironmentTarget } from "../model/estate/environment-target.ts";
import type { RenderedTarget } from "../model/results/rendered-target.ts";
import { compareParity } from "./topology/compare-parity.ts";
import { compareTarget } from "./objects/compare-target.ts";
import { pairGraphs, type ComparedGraphs } from "./topology/compare-topology.ts";
import type { ComparedEnvironment } from "./compared-environment.ts";
import { omitIncomplete } from "./omit-incomplete.ts";
import { identity } from "./objects/pair-objects.ts";
import type { PlacedChange } from "./objects/placed-change.ts";
import type { Redactor } from "../secrets/create-redactor.ts";
import { countKept, type KeptPart } from "./renames/count-kept.ts";
import { systemGraphs } from "./topology/system-graph.ts";

/** The changes in one environment, without references to manifests. */
export interface EnvironmentChange {
  readonly environment: string;
  /** Only targets with a change. */
  readonly targets: readonly TargetChange[];
  readonly changes: readonly PlacedChange[];
  /** The targets in the head with each changed object, by its identity. */
  readonly holders: ReadonlyMap<string, readonly EnvironmentTarget[]>;
  readonly graphs: readonly ComparedGraphs[];
  readonly parity: readonly ParityChange[];
  /** Targets that the head could not render completely. */
  readonly unread: readonly EnvironmentTarget[];
  /** The objects of renamed things. */
  readonly kept: readonly KeptPart[];
}

/** Compares one environment. */
export function compareEnvironment(
  whole: ComparedEnvironment,
  redactor: Redactor,
): EnvironmentChange {
  const { compared, unread } = omitIncomplete(whole);
  const { base, head } = compared;
  const pairs = pairTargets(base.targets, head.targets).map((pair) => ({
    pair,
    changes: compareTarget(pair, redactor, compared.renames),
  }));
  const changes = pairs.flatMap((one) => one.changes);
  return {
    environment: compared.environment,
    targets: pairs
      .map((one) => countTarget(one.pair, one.changes, compared))
      .filter(
        ({ added, changed, removed, renamed, presence }) =>
          presence !== "kept" || added + changed + removed + renamed > 0,
      ),
    changes,
    holders: holdersOf(changes, head.targets),
    graphs: pairGraphs(systemGraphs(base.targets), systemGraphs(head.targets)),
    parity: compareParity(changes, { base: base.targets, head: head.targets, redactor }),
    unread,
    kept: pairs.flatMap(({ pair }) => countKept(pair, compared.renames)),
  };
}

interface PairedTarget {
  readonly base?: RenderedTarget;
  readonly head?: RenderedTarget;
}

function pairTargets(
  base: readonly RenderedTarget[],
  head: readonly RenderedTarget[],
): readonly PairedTarget[] {
  const before = new Map(base.map((result) => [result.target, result]));
  const after = new Map(head.map((result) => [result.target, result]));
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names.map((name) => {
    const [was, is] = [before.get(name), after.get(name)];
    return { ...(was ? { base: was } : {}), ...(is ? { head: is } : {}) };
  });
}

function countTarget(
  { base, head }: PairedTarget,
  changes: readonly PlacedChange[],
  { environment, head: { desiredState } }: ComparedEnvironment,
): TargetChange {
  const result = head ?? base;
  if (!result) throw new Error("a pair of targets without a target");
  const { target, provider, systems } = result;
  const count = (kind: ObjectChange["change"]) =>
    changes.filter(({ change }) => change === kind).length;
  const state = desiredState.environments.find(({ name }) => name === environment);
  return {
    environment,
    tier: state?.value.tier ?? systems[0]?.view.environment.tier ?? "production",
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

function holdersOf(
  changes: readonly PlacedChange[],
  heads: readonly RenderedTarget[],
): ReadonlyMap<string, readonly EnvironmentTarget[]> {
  const holders = new Map(
    changes.map(({ object }): [string, EnvironmentTarget[]] => [identity(object), []]),
  );
  for (const { environment, target, manifests } of heads) {
    for (const { id } of manifests) holders.get(identity(id))?.push({ environment, target });
  }
  return holders;
}
