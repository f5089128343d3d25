import type { Diagnostic } from "../../model/results/diagnostic.ts";
import { startOf } from "../../model/origins/place.ts";
import type { Waivable } from "../waivers/apply-waivers.ts";
import type { RuleMetadata } from "../bundle/rule-metadata.ts";
import { environmentFile } from "../input/target-input.ts";
import type { TargetPart } from "../input/target-part.ts";

/** The results of rules about a target, an environment or the estate, before waivers; plain data. */
export interface RuleResults {
  readonly findings: readonly Waivable[];
  /** The number of things that each rule examined. */
  readonly considered: Readonly<Record<string, number>>;
  readonly failures: readonly RuleFailure[];
}

/** A rule without a result, and the place it was evaluated for. */
export interface RuleFailure {
  readonly rule: string;
  readonly reason: string;
  readonly environment?: string;
  readonly target?: string;
}

/** The results about one environment: about each of its targets and about the environment as a whole. */
export interface EnvironmentResults extends RuleResults {
  /** The part of each target in the input of the estate's rules, in the order of the targets. */
  readonly parts: readonly TargetPart[];
}

/** Joins results and adds up their counts. */
export function joinResults(results: readonly RuleResults[]): RuleResults {
  return {
    findings: results.flatMap(({ findings }) => findings),
    considered: totals(results),
    failures: results.flatMap(({ failures }) => failures),
  };
}

/** Returns the results with failures that belong to a place. */
export function withPlace(
  results: RuleResults,
  place: { readonly environment: string; readonly target?: string },
): RuleResults {
  return {
    ...results,
    failures: results.failures.map((failure) => ({ ...failure, ...place })),
  };
}

function totals(results: readonly RuleResults[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { considered } of results) {
    for (const [rule, count] of Object.entries(considered)) sums[rule] = (sums[rule] ?? 0) + count;
  }
  return Object.fromEntries(
    Object.entries(sums).sort(([left], [right]) => (left < right ? -1 : 1)),
  );
}

/** Returns failures of all rules for an input that nests too deep to be printed. */
export function tooDeepResults(rules: readonly RuleMetadata[]): RuleResults {
  const reason = "a manifest is nested too deeply";
  return {
    findings: [],
    considered: {},
    failures: rules.map(({ id }) => ({ rule: id, reason })),
  };
}

/**
 * Reports one diagnostic per reason and place. One failed evaluation fails all its rules, so one message names them
 * all.
 */
export function describeFailures(failures: readonly RuleFailure[]): Diagnostic[] {
  const alike = Map.groupBy(failures, ({ environment, target, reason }) =>
    [environment, target, reason].join("\0"),
  );
  return [...alike.values()].map((group): Diagnostic => {
    const { environment, target, reason = "" } = group[0] ?? {};
    return {
      code: "policy-rule-failed",
      args: { rules: group.map(({ rule }) => rule), reason },
      at: startOf(environment === undefined ? "environments" : environmentFile(environment)),
      ...(environment === undefined ? {} : { environment }),
      ...(target === undefined ? {} : { target }),
    };
  });
}
