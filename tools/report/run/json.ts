import type { NewProblems, Diagnostic, Finding, RunResult } from "@altostrata/pipeline";
import { argumentsWithoutSecrets, fillMessage } from "../messages/fill-message.ts";
import { findingWithoutSecrets, isWarning } from "./group-problems.ts";
import { countNewProblems, summarise } from "./summarise.ts";

/** Prints a run as JSON, in the versioned form of docs/reference/validate-json.md. */
export function reportJson(result: RunResult): string {
  return `${JSON.stringify(describeRun(result), undefined, 2)}\n`;
}

/** Prints a run as JSON compared with an earlier state: each problem is new or old, and `since` has the summary. */
export function newProblemsJson(newProblems: NewProblems): string {
  const { result, base, gone, accepted, rules } = newProblems;
  const verdict = countNewProblems(newProblems);
  const added = new Set<unknown>([...newProblems.new.findings, ...newProblems.new.diagnostics]);
  const since = (item: unknown) => ({ since: added.has(item) ? "new" : "old" });
  const document = {
    ...describeRun(result),
    diagnostics: result.diagnostics.map((one) => ({ ...describeDiagnostic(one), ...since(one) })),
    findings: result.findings.map((one) => ({
      ...describeFinding(one),
      ...(one.waiver ? {} : since(one)),
    })),
    since: {
      base,
      ...verdict,
      gone: {
        diagnostics: gone.diagnostics.map(describeDiagnostic),
        findings: gone.findings.map(describeFinding),
      },
      accepted: accepted.map(describeFinding),
      ...(rules && {
        rules: {
          ...rules,
          loosened: rules.loosened.map(describeFinding),
          tightened: rules.tightened.map(describeFinding),
        },
      }),
    },
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function describeRun(result: RunResult): object {
  const { rows, total, refused, clean } = summarise(result);
  const facts = new Map(
    result.targets.map((target) => [`${target.environment}/${target.target}`, target]),
  );
  return {
    apiVersion: "altostrata.dev/validate/v1",
    asOf: result.asOf,
    summary: { clean, refused, targets: result.targets.length, ...total },
    targets: rows.map((row) => {
      const target = facts.get(`${row.environment}/${row.target}`);
      return {
        ...row,
        ...(target ? { provider: target.provider, kubernetes: target.kubernetes } : {}),
      };
    }),
    diagnostics: result.diagnostics.map(describeDiagnostic),
    findings: result.findings.map(describeFinding),
    ...(result.leftOut ? { leftOut: result.leftOut } : {}),
    considered: Object.fromEntries(
      Object.entries(result.considered).sort(([left], [right]) => (left < right ? -1 : 1)),
    ),
  };
}

function describeDiagnostic(diagnostic: Diagnostic): object {
  const { code, args, at, related = [], environment, target, object, path } = diagnostic;
  const { what, why, fix } = fillMessage(diagnostic);
  const action = isWarning(diagnostic) ? "warn" : "deny";
  return {
    code,
    action,
    at,
    message: what,
    why,
    fix,
    args: argumentsWithoutSecrets(args),
    related,
    environment,
    target,
    object,
    path,
  };
}

function describeFinding(finding: Finding): object {
  const { source, ...rest } = findingWithoutSecrets(finding);
  return { ...rest, template: source?.template, expression: source?.expression };
}
