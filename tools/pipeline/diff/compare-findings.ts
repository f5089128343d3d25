import type { ComparedFinding, Comparison } from "../model/comparison.ts";
import { canonicalText } from "./canonical-text.ts";
import type { Finding } from "../model/finding.ts";
import type { Redactor } from "./redact-object.ts";

/** Findings that only the head has, that only the base had, and how many both have, told apart by fingerprint. */
export function compareFindings(
  base: readonly Finding[],
  head: readonly Finding[],
  redactor: Redactor,
): Comparison["findings"] {
  const before = new Set(base.map(({ fingerprint }) => fingerprint));
  const after = new Set(head.map(({ fingerprint }) => fingerprint));
  const come = head.filter(({ fingerprint }) => !before.has(fingerprint));
  return {
    new: groupFindings(come, redactor),
    fixed: groupFindings(
      base.filter(({ fingerprint }) => !after.has(fingerprint)),
      redactor,
    ),
    unchanged: head.length - come.length,
  };
}

const severities = ["critical", "high", "medium", "low"];

/** Equal findings of several places as one, most severe first; what a waiver covers comes last. */
export function groupFindings(findings: readonly Finding[], redactor: Redactor): ComparedFinding[] {
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

function toCompared(finding: Finding, { text }: Redactor): ComparedFinding {
  const { environment, target, at } = finding;
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
    waived: finding.waiver !== undefined,
    places: [
      {
        ...(environment === undefined ? {} : { environment }),
        ...(target === undefined ? {} : { target }),
      },
    ],
  };
}
