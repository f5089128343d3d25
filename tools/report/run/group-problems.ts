import {
  comparePlaces,
  type Diagnostic,
  type DiagnosticCode,
  type Finding,
  type Place,
} from "@altostrata/pipeline";
import { wordDiagnostic } from "../messages/fill-message.ts";
import { findingWithoutSecrets } from "../finding-without-secrets.ts";

/** A diagnostic or finding in words, once for all environments and targets where it shows. */
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
  /** `environment/target`, sorted; only what is known. */
  readonly where: readonly string[];
  /** `Kind/namespace/name`, sorted. */
  readonly objects: readonly string[];
  readonly path?: string;
  /** Of findings, sorted: what `alto waive` takes. */
  readonly fingerprints: readonly string[];
  readonly waiver?: Finding["waiver"];
}

/** All diagnostics and findings of a run, the same words at the same place merged, ordered by place. */
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

/** Diagnostics that will be wrong one day, and are not yet. */
const warningCodes: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  "manifest-version-deprecated",
  "waiver-rule-renamed",
]);

/** Whether a run with this diagnostic fails. */
export function isWarning(diagnostic: Diagnostic): boolean {
  return warningCodes.has(diagnostic.code);
}

function fromDiagnostic(diagnostic: Diagnostic): Problem {
  const { at, code, related = [], object, path } = diagnostic;
  const { what, why, fix } = wordDiagnostic(diagnostic);
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
