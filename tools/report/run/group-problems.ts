import {
  comparePlaces,
  type Diagnostic,
  type DiagnosticCode,
  type Finding,
  type Place,
  type RunResult,
  withoutSecrets,
} from "@altostrata/pipeline";
import { fillMessage } from "../messages/fill-message.ts";

/** A diagnostic or finding as text, once for all environments and targets that have it. */
export interface Problem {
  readonly at: Place;
  /** A diagnostic's code or a rule's id. */
  readonly code: string;
  readonly action: "deny" | "warn" | "inform";
  readonly severity?: Finding["severity"];
  readonly what: string;
  readonly why: string;
  readonly fix: string;
  readonly related: readonly Place[];
  /** `environment/target`, sorted, as far as known. */
  readonly where: readonly string[];
  /** `Kind/namespace/name`, sorted. */
  readonly objects: readonly string[];
  readonly path?: string;
  /** The sorted fingerprints of findings, for `alto waive`. */
  readonly fingerprints: readonly string[];
  readonly waiver?: Finding["waiver"];
}

type Problems = Pick<RunResult, "diagnostics" | "findings">;

/** Merges unwaived diagnostics and findings with the same text at the same place, ordered by place. */
export function openProblems({ diagnostics, findings }: Problems): readonly Problem[] {
  return groupProblems(
    diagnostics,
    findings.filter(({ waiver }) => !waiver),
  );
}

const actions = ["deny", "warn", "inform"] as const;
// A diagnostic has no severity and comes first: it hides other problems.
const severities = [undefined, "critical", "high", "medium", "low"] as const;

/** The unwaived problems, the most severe first, so that a length limit drops the least severe. */
export function problemsBySeverity(problems: Problems): readonly Problem[] {
  const rank = ({ action, severity }: Problem) =>
    actions.indexOf(action) * severities.length + severities.indexOf(severity);
  return [...openProblems(problems)].sort((left, right) => rank(left) - rank(right));
}

/** Merges diagnostics and findings with the same text at the same place, ordered by place. */
export function groupProblems(
  diagnostics: readonly Diagnostic[],
  findings: readonly Finding[],
): readonly Problem[] {
  const groups = new Map<string, Problem[]>();
  for (const problem of [
    ...diagnostics.map(fromDiagnostic),
    ...findings.map((finding) => fromFinding(findingWithoutSecrets(finding))),
  ]) {
    const { at, code, what, waiver } = problem;
    const key = JSON.stringify([at.file, at.line, at.column, code, what, waiver !== undefined]);
    const group = groups.get(key);
    if (group) group.push(problem);
    else groups.set(key, [problem]);
  }
  return [...groups.values()].map(merge).sort((left, right) => {
    const byPlace = comparePlaces(left.at, right.at);
    if (byPlace !== 0) return byPlace;
    return compareTexts(`${left.code}\0${left.what}`, `${right.code}\0${right.what}`);
  });
}

/** Diagnostics about what will become an error later. */
const warningCodes: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  "manifest-version-deprecated",
  "waiver-rule-renamed",
]);

/** Whether a run with this diagnostic can still succeed. */
export function isWarning(diagnostic: Diagnostic): boolean {
  return warningCodes.has(diagnostic.code);
}

/** Hides secrets in a finding: a rule's message can quote a value, and a waiver's reason is free text. */
export function findingWithoutSecrets(finding: Finding): Finding {
  const { message, remediation, waiver } = finding;
  return {
    ...finding,
    message: withoutSecrets(message),
    remediation: withoutSecrets(remediation),
    ...(waiver ? { waiver: { ...waiver, reason: withoutSecrets(waiver.reason) } } : {}),
  };
}

function fromDiagnostic(diagnostic: Diagnostic): Problem {
  const { at, code, related = [], object, path } = diagnostic;
  const { what, why, fix } = fillMessage(diagnostic);
  return {
    at,
    code,
    action: warningCodes.has(code) ? "warn" : "deny",
    what,
    why,
    fix,
    related,
    where: whereOf(diagnostic),
    objects: object === undefined ? [] : [object],
    fingerprints: [],
    ...(path === undefined ? {} : { path }),
  };
}

function fromFinding(finding: Finding): Problem {
  const { at, rule, action, severity, title, remediation, object, source, waiver } = finding;
  const template = source && comparePlaces(source.template, at) !== 0 ? [source.template] : [];
  return {
    at,
    code: rule,
    action,
    severity,
    what: withProof(finding),
    why: title,
    fix: remediation,
    related: template,
    where: whereOf(finding),
    objects: object === undefined ? [] : [object],
    fingerprints: [finding.fingerprint],
    ...(finding.path.length === 0 ? {} : { path: finding.path.join(".") }),
    ...(waiver ? { waiver } : {}),
  };
}

function withProof({ message, proof }: Finding): string {
  if (!proof) return message;
  const { provider, environment, target } = proof;
  return `${message} (proven without it at ${provider}, on ${environment}/${target})`;
}

function whereOf({ environment, target }: { environment?: string; target?: string }): string[] {
  const where = [environment, target].filter((name) => name !== undefined).join("/");
  return where === "" ? [] : [where];
}

function merge(problems: readonly Problem[]): Problem {
  const [first] = problems;
  if (!first) throw new Error("a group of problems is never empty");
  const related = new Map(
    problems.flatMap((problem) => problem.related).map((place) => [JSON.stringify(place), place]),
  );
  return {
    ...first,
    related: [...related.values()].sort(comparePlaces),
    where: sortedUnique(problems.flatMap((problem) => problem.where)),
    objects: sortedUnique(problems.flatMap((problem) => problem.objects)),
    fingerprints: sortedUnique(problems.flatMap((problem) => problem.fingerprints)),
  };
}

function sortedUnique(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}

function compareTexts(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
