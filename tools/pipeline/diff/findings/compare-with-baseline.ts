import type { NewProblems } from "../../model/results/new-problems.ts";
import type { Diagnostic } from "../../model/results/diagnostic.ts";
import type { Finding } from "../../model/results/finding.ts";
import { changedRules } from "./changed-rules.ts";
import type { ComparedRun } from "../compare-runs.ts";
import type { PolicySides } from "./compare-policies.ts";
import { findRenames } from "../renames/find-renames.ts";
import { renameFindings } from "../renames/rename-findings.ts";
import { stricterThan } from "./strictness.ts";

/** Two runs on the same day, so that problems caused by time are in both. */
export interface RunsToCompare {
  readonly base: ComparedRun;
  readonly head: ComparedRun;
  /** Set if the rules differ: the head by both sets of rules, and the base by the head's. */
  readonly policies?: PolicySides;
  readonly baseByHead?: readonly Finding[];
}

/**
 * Splits the head's problems into baseline problems and new ones. Findings match by fingerprint, across moves and
 * renames. A finding whose waiver ended is new. A finding that only stricter rules report in the base is a baseline
 * problem.
 */
export function compareWithBaseline({
  base,
  head,
  policies,
  baseByHead = [],
}: RunsToCompare): NewProblems {
  const [before, after] = [base.result, head.result];
  const open = after.findings.filter(({ waiver }) => !waiver);
  const renames = findRenames(before.desiredState, after.desiredState);
  const owedOf = (known: readonly Finding[]) =>
    renameFindings(known, after.findings, renames).filter(({ waiver }) => !waiver);
  const owed = owedOf(before.findings);
  const findings = split(open, [owed, owedOf(baseByHead)], fingerprintOf);
  const diagnostics = split(after.diagnostics, [before.diagnostics], identityOf);
  const still = new Set([...after.findings, ...(policies?.byBase ?? [])].map(fingerprintOf));
  const accepted = new Set(after.findings.filter(({ waiver }) => waiver).map(fingerprintOf));
  return {
    base: { label: base.label, ...(base.commit === undefined ? {} : { commit: base.commit }) },
    result: after,
    new: { findings: findings.come, diagnostics: diagnostics.come },
    old: { findings: findings.had, diagnostics: diagnostics.had },
    gone: {
      findings: owed.filter((finding) => !still.has(fingerprintOf(finding))),
      diagnostics: split(before.diagnostics, [after.diagnostics], identityOf).come,
    },
    accepted: owed.filter((finding) => accepted.has(fingerprintOf(finding))),
    ...(policies ? { rules: rulesOf(policies) } : {}),
  };
}

function rulesOf({
  byBase,
  byHead,
  baseRules,
  headRules,
}: PolicySides): NonNullable<NewProblems["rules"]> {
  return {
    ...changedRules(baseRules, headRules),
    loosened: stricterThan(byBase, byHead),
    tightened: stricterThan(byHead, byBase),
  };
}

/**
 * Each baseline entry accounts for one problem of the same identity: two where there was one are one baseline problem
 * and one new one.
 */
function split<Item extends Finding | Diagnostic>(
  items: readonly Item[],
  earlier: readonly (readonly Item[])[],
  identity: (item: Item) => string,
): { come: Item[]; had: Item[] } {
  const counts = earlier.map((list) => countBy(list, identity));
  const come: Item[] = [];
  const had: Item[] = [];
  for (const item of items) {
    const key = identity(item);
    const known = counts.filter((count) => (count.get(key) ?? 0) > 0);
    for (const count of known) count.set(key, (count.get(key) ?? 0) - 1);
    (known.length > 0 ? had : come).push(item);
  }
  return { come, had };
}

function countBy<Item>(
  items: readonly Item[],
  identity: (item: Item) => string,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(identity(item), (counts.get(identity(item)) ?? 0) + 1);
  return counts;
}

function fingerprintOf({ fingerprint }: Finding): string {
  return fingerprint;
}

/** Ignores lines and list positions, which unrelated changes move. */
function identityOf({ code, at, args, environment, target, object, path }: Diagnostic): string {
  const named = Object.keys(args)
    .sort()
    .map((name) => [name, withoutPositions(args[name])]);
  return JSON.stringify([
    code,
    at.file,
    environment,
    target,
    object,
    withoutPositions(path),
    named,
  ]);
}

function withoutPositions(value: unknown): unknown {
  return typeof value === "string" ? value.replaceAll(/\.\d+(?=\.|$)/g, ".*") : value;
}
