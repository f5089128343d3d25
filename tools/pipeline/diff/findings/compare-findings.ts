import type { ComparedFinding, Comparison } from "../../model/comparison/comparison.ts";
import { canonicalText } from "../values/canonical-text.ts";
import type { Finding } from "../../model/results/finding.ts";
import type { Redactor } from "../../secrets/create-redactor.ts";
import { renameFindings } from "../renames/rename-findings.ts";
import type { Renames } from "../renames/renames.ts";
import { strictnessOf } from "./strictness.ts";

/**
 * Compares the findings of two states by fingerprint: new, stricter or no longer waived; newly waived or milder; fixed;
 * and the number of unchanged ones.
 */
export function compareFindings(
  old: readonly Finding[],
  head: readonly Finding[],
  { redactor, renames }: { readonly redactor: Redactor; readonly renames?: Renames },
): Comparison["findings"] {
  const base = renames ? renameFindings(old, head, renames) : old;
  const before = new Map(base.map((finding) => [finding.fingerprint, finding]));
  const after = new Set(head.map(({ fingerprint }) => fingerprint));
  const judged = head.map((finding) => withPast(finding, before.get(finding.fingerprint)));
  const come = judged.filter(({ turn }) => turn === "worse");
  const eased = judged.filter(({ turn }) => turn === "milder");
  const gone = base.filter(({ fingerprint }) => !after.has(fingerprint));
  return {
    new: groupFindings(
      come.map(({ finding }) => finding),
      redactor,
    ),
    eased: groupFindings(
      eased.map(({ finding }) => finding),
      redactor,
    ),
    fixed: groupFindings(gone, redactor),
    unchanged: head.length - come.length - eased.length,
  };
}

/** A finding with its earlier action if that differs: an action, `waived`, or `off`. */
export interface RejudgedFinding extends Omit<Finding, "action"> {
  readonly action: string;
  readonly was?: string;
}

function withPast(
  finding: Finding,
  base: Finding | undefined,
): { turn: "worse" | "milder" | "same"; finding: RejudgedFinding } {
  if (!base) return { turn: "worse", finding };
  const [was, is] = [weightOf(base), weightOf(finding)];
  const rejudged = { ...finding, was: base.waiver ? "waived" : base.action };
  if (is > was) return { turn: "worse", finding: rejudged };
  // Extending a waiver accepts its findings again.
  const longer = (finding.waiver?.expires ?? "") > (base.waiver?.expires ?? "");
  if (is < was || longer) return { turn: "milder", finding: rejudged };
  return { turn: "same", finding };
}

/** The weight of a finding: zero if waived, else its action's strictness. */
function weightOf({ action, waiver }: Finding): number {
  return waiver ? 0 : strictnessOf(action);
}

const severities = ["critical", "high", "medium", "low"];

/** Merges equal findings of several places, most severe first; waived findings come last. */
export function groupFindings(
  findings: readonly RejudgedFinding[],
  redactor: Redactor,
): ComparedFinding[] {
  const groups = new Map<string, ComparedFinding>();
  for (const finding of findings) {
    const compared = toCompared(finding, redactor);
    const { places, fingerprint: _fingerprint, ...shared } = compared;
    const key = canonicalText(shared);
    const group = groups.get(key);
    if (group) group.places.push(...places);
    else groups.set(key, compared);
  }
  return [...groups.values()].sort(
    (left, right) =>
      Number(left.waived) - Number(right.waived) ||
      severities.indexOf(left.severity) - severities.indexOf(right.severity) ||
      (left.rule < right.rule ? -1 : Number(left.rule > right.rule)),
  );
}

function toCompared(finding: RejudgedFinding, { text }: Redactor): ComparedFinding {
  const { environment, target, at, waiver } = finding;
  return {
    rule: finding.rule,
    title: finding.title,
    severity: finding.severity,
    action: finding.action,
    message: text(finding.message),
    remediation: text(finding.remediation),
    at: { file: at.file, line: at.line, column: at.column },
    fingerprint: finding.fingerprint,
    ...(finding.object === undefined ? {} : { object: finding.object }),
    waived: waiver !== undefined,
    ...(waiver === undefined
      ? {}
      : { waiver: { owner: waiver.owner, expires: waiver.expires, reason: text(waiver.reason) } }),
    ...(finding.was === undefined ? {} : { was: finding.was }),
    places: [
      {
        ...(environment === undefined ? {} : { environment }),
        ...(target === undefined ? {} : { target }),
      },
    ],
  };
}
