import type { EnvironmentState } from "../../model/estate/desired-state.ts";
import type { Diagnostic } from "../../model/results/diagnostic.ts";
import type { Finding } from "../../model/results/finding.ts";
import type { Waiver } from "../../model/kinds/waivers.ts";
import { placeAt } from "../../model/origins/origin.ts";
import { startOf, type Place } from "../../model/origins/place.ts";
import { checkWaiver } from "./check-waiver.ts";
import { findRule } from "../bundle/find-rule.ts";
import type { RuleMetadata } from "../bundle/rule-metadata.ts";

/** A finding before waivers, with its named path so that a waiver can name a container. */
export interface Waivable {
  readonly finding: Finding;
  readonly namedPath: string;
}

interface PlacedWaiver {
  readonly waiver: Waiver;
  readonly at: Place;
  readonly environment: string;
  readonly ruleId: string;
}

interface WaiverRequest {
  readonly environments: readonly EnvironmentState[];
  readonly rules: readonly RuleMetadata[];
  readonly asOf: string;
  /** Only a part was evaluated, so unused and too broad waivers are not reported. */
  readonly partial: boolean;
}

/** Adds to each finding the waiver that covers it, and reports problems of the waivers. */
export function applyWaivers(
  findings: readonly Waivable[],
  { environments, rules, asOf, partial }: WaiverRequest,
): { findings: Finding[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const effective: PlacedWaiver[] = [];
  for (const { name, value, file, tier, waivers } of waiverFiles(environments)) {
    for (const [index, waiver] of value.entries()) {
      const at = placeAt(waivers, ["waivers", index], startOf(file));
      const { problems, isEffective } = checkWaiver(waiver, { rules, asOf, tier });
      diagnostics.push(
        ...problems.map(({ key, ...problem }) => ({
          ...problem,
          environment: name,
          at: placeAt(waivers, ["waivers", index, key], at),
        })),
      );
      const rule = isEffective ? findRule(rules, waiver.rule) : undefined;
      if (rule) effective.push({ waiver, at, environment: name, ruleId: rule.id });
    }
  }
  const unread = new Map(environments.map(({ name, unreadWaivers = [] }) => [name, unreadWaivers]));
  const byRule = Map.groupBy(effective, ruleKey);
  const known = findings.filter(({ finding }) => !mayBeWaived(finding, { unread, rules }));
  const hits = new Map(effective.map((placed): [PlacedWaiver, Finding[]] => [placed, []]));
  const waived = known.map(({ finding, namedPath }) => {
    const { rule: ruleId, environment = "" } = finding;
    const matching = (byRule.get(ruleKey({ ruleId, environment })) ?? []).filter((placed) =>
      covers(placed, finding, namedPath),
    );
    for (const placed of matching) hits.get(placed)?.push(finding);
    const [first] = matching;
    if (!first) return finding;
    const { owner, expires, reason } = first.waiver;
    return { ...finding, waiver: { at: first.at, owner, expires, reason } };
  });
  if (partial) return { findings: waived, diagnostics };
  const unnecessary = [...hits].flatMap(([placed, found]) => useProblems(placed, found));
  return { findings: waived, diagnostics: [...diagnostics, ...unnecessary] };
}

/** Returns whether an unreadable entry may cover the finding. That entry has its own message. */
function mayBeWaived(
  { rule, environment = "" }: Finding,
  {
    unread,
    rules,
  }: { unread: ReadonlyMap<string, readonly string[] | "all">; rules: readonly RuleMetadata[] },
): boolean {
  const ids = unread.get(environment) ?? [];
  return ids === "all" || ids.some((id) => findRule(rules, id)?.id === rule);
}

function waiverFiles(environments: readonly EnvironmentState[]) {
  return environments.flatMap(({ name, value, waivers }) =>
    waivers
      ? [
          {
            name,
            tier: value.tier,
            file: waivers.file,
            value: waivers.value.waivers,
            waivers: waivers.value,
          },
        ]
      : [],
  );
}

function ruleKey({ environment, ruleId }: Pick<PlacedWaiver, "environment" | "ruleId">): string {
  return `${environment} ${ruleId}`;
}

/** Returns whether a waiver covers a finding of its rule and environment. */
function covers({ waiver }: PlacedWaiver, finding: Finding, namedPath: string): boolean {
  if (waiver.target !== undefined && waiver.target !== finding.target) return false;
  if (waiver.object !== undefined && !matchesName(waiver.object, finding.object ?? ""))
    return false;
  return (
    waiver.path === undefined ||
    namedPath === waiver.path ||
    namedPath.startsWith(`${waiver.path}.`)
  );
}

function matchesName(pattern: string, name: string): boolean {
  const source = pattern
    .split("*")
    .map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${source.join("[^/]*")}$`).test(name);
}

function useProblems(
  { waiver, at, environment, ruleId }: PlacedWaiver,
  found: readonly Finding[],
): Diagnostic[] {
  if (found.length === 0)
    return [{ code: "waiver-unused", args: { rule: ruleId }, at, environment }];
  const objects = new Set(found.map((finding) => finding.object));
  const [only] = objects;
  if (waiver.object !== undefined || objects.size > 1 || only === undefined) return [];
  return [{ code: "waiver-too-broad", args: { rule: ruleId, object: only }, at, environment }];
}
