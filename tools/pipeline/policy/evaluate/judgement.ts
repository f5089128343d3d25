import type { Diagnostic } from "../../model/results/diagnostic.ts";
import { startOf } from "../../model/origins/place.ts";
import type { Waivable } from "../waivers/apply-waivers.ts";
import type { RuleMetadata } from "../bundle/rule-metadata.ts";
import { environmentFile } from "../input/target-input.ts";
import type { TargetPart } from "../input/target-parts.ts";

/** What the rules say of a target, an environment or the estate, before waivers; plain data. */
export interface Judgement {
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

/** What is said of one environment: of each of its targets and of all of them together. */
export interface EnvironmentJudgement extends Judgement {
  /** What the rules about the estate see of its targets, in their order. */
  readonly parts: readonly TargetPart[];
}

/** All that is said in several judgements; what rules looked at is added up. */
export function joinJudgements(judgements: readonly Judgement[]): Judgement {
  return {
    findings: judgements.flatMap(({ findings }) => findings),
    considered: totals(judgements),
    failures: judgements.flatMap(({ failures }) => failures),
  };
}

function totals(judgements: readonly Judgement[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { considered } of judgements) {
    for (const [rule, count] of Object.entries(considered)) sums[rule] = (sums[rule] ?? 0) + count;
  }
  return Object.fromEntries(
    Object.entries(sums).sort(([left], [right]) => (left < right ? -1 : 1)),
  );
}

/** The judgement where an input nests too deep to be printed: none of the rules could be asked. */
export function tooDeep(rules: readonly RuleMetadata[]): Judgement {
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
