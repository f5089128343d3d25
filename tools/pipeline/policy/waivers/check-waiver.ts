import { closestWord } from "../../model/values/closest-word.ts";
import type { PolicyCode } from "../../model/results/codes.ts";
import type { MessageArgument } from "../../model/results/diagnostic.ts";
import type { Waiver } from "../../model/kinds/waivers.ts";
import { findRule } from "../bundle/find-rule.ts";
import type { Tier } from "../input/policy-input.ts";
import type { RuleMetadata } from "../bundle/rule-metadata.ts";

const maxDays = 180;
const millisecondsPerDay = 86_400_000;

interface WaiverProblem {
  readonly code: PolicyCode;
  readonly args: Readonly<Record<string, MessageArgument>>;
  /** The key of the waiver with the problem. */
  readonly key: keyof Waiver;
}

interface WaiverFacts {
  readonly rules: readonly RuleMetadata[];
  readonly asOf: string;
  readonly tier: Tier;
}

/** Reports the problems of one waiver, and whether it applies. Only a renamed rule leaves it working. */
export function checkWaiver(
  waiver: Waiver,
  { rules, asOf, tier }: WaiverFacts,
): { problems: WaiverProblem[]; isEffective: boolean } {
  const rule = findRule(rules, waiver.rule);
  if (!rule) return { problems: [unknownRule(waiver.rule, rules)], isEffective: false };
  const problems = [...dateProblems(waiver, asOf), ...approvalProblems(waiver, rule, tier)];
  const isEffective = problems.length === 0;
  if (rule.id !== waiver.rule)
    problems.push({
      code: "waiver-rule-renamed",
      args: { rule: waiver.rule, now: rule.id },
      key: "rule",
    });
  return { problems, isEffective };
}

/** Ids are short and similar, so the title helps to recognise the suggestion. */
function unknownRule(rule: string, rules: readonly RuleMetadata[]): WaiverProblem {
  const suggestion = closestWord(
    rule,
    rules.map(({ id }) => id),
  );
  const nearest = rules.find(({ id }) => id === suggestion);
  const args = { rule, ...(nearest && { suggestion: nearest.id, title: nearest.title }) };
  return { code: "waiver-rule-unknown", args, key: "rule" };
}

function dateProblems({ rule, created, expires }: Waiver, asOf: string): WaiverProblem[] {
  const from = dayNumber(created);
  const to = dayNumber(expires);
  const today = dayNumber(asOf);
  if (from === undefined || to === undefined || today === undefined || to < from || from > today) {
    return [
      { code: "waiver-dates-invalid", args: { rule, created, expires, asOf }, key: "created" },
    ];
  }
  if (to - from > maxDays)
    return [
      {
        code: "waiver-expires-too-late",
        args: { rule, expires, days: to - from, most: maxDays },
        key: "expires",
      },
    ];
  if (today > to)
    return [{ code: "waiver-expired", args: { rule, expires, asOf }, key: "expires" }];
  return [];
}

function approvalProblems(
  { rule: id, owner, approvedBy }: Waiver,
  rule: RuleMetadata,
  tier: Tier,
): WaiverProblem[] {
  if (rule.severity !== "critical" || tier !== "production") return [];
  if (approvedBy !== undefined && approvedBy !== owner) return [];
  return [
    {
      code: "waiver-needs-approval",
      args: { rule: id, owner },
      key: approvedBy === undefined ? "rule" : "approvedBy",
    },
  ];
}

/** Returns the days since 1970-01-01; undefined for an impossible date. */
function dayNumber(day: string): number | undefined {
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day) return undefined;
  return time / millisecondsPerDay;
}
