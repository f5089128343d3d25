import type { Diagnostic } from "../../model/results/diagnostic.ts";
import { startOf } from "../../model/origins/place.ts";
import type { Waivable } from "../waivers/apply-waivers.ts";
import type { RuleMetadata } from "../bundle/rule-metadata.ts";
import { environmentFile } from "../input/target-input.ts";
import type { TargetPart } from "../input/target-part.ts";

/** The results of rules about a target, an environment or the estate, before waivers; plain data. */
export interface RuleResults {
  readonly findings: readonly Waivable[];
  /** How many things each rule looked at. */
  readonly considered: Readonly<Record<string, number>>;
  readonly failures: readonly RuleFailure[];
}

/** A rule that gave no answer, and about what. */
export interface RuleFailure {
  readonly rule: string;
  readonly reason: string;
  readonly environment?: string;
  readonly target?: string;
}

/** The results about one environment: about each of its targets and about all of them together. */
export interface EnvironmentResults extends RuleResults {
  /** The part of each target in the input of the rules about the estate, in their order. */
  readonly parts: readonly TargetPart[];
}

/** Joins results; counts of considered things are added up. */
export function joinResults(results: readonly RuleResults[]): RuleResults {
  return {
    findings: results.flatMap(({ findings }) => findings),
    considered: totals(results),
    failures: results.flatMap(({ failures }) => failures),
  };
}

/** The same results; their failures belong to a place. */
export function inPlace(
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

/** The results where an input nests too deep to be printed: none of the rules could be asked. */
export function tooDeep(rules: readonly RuleMetadata[]): RuleResults {
  const reason = "a manifest is nested too deep to be read";
  return {
    findings: [],
    considered: {},
    failures: rules.map(({ id }) => ({ rule: id, reason })),
  };
}

/** One diagnostic for each reason and place: one failed evaluation fails all its rules, and one message names them all. */
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
