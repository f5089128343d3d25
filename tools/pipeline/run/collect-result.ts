import { dropConsequences } from "../diagnostics/drop-consequences.ts";
import { sortDiagnostics } from "../model/results/diagnostic.ts";
import type { RunResult } from "../model/results/run-result.ts";
import { settleFindings } from "../policy/settle-findings.ts";
import type { EnvironmentRecord, ResolvedEstate } from "../steps.ts";
import type { EvaluatedEstate } from "./evaluate-estate.ts";

/** Joins the results of all steps and environments: applies waivers, drops consequences, and sorts. */
export function collectResult(
  { desiredState, request, rules: context, leftOutKeys }: ResolvedEstate,
  records: readonly EnvironmentRecord[],
  { diagnostics, results, proofs, partial }: EvaluatedEstate,
): RunResult {
  const targets = records.flatMap((record) => record.targets);
  const { ignoreWaivers = false } = request;
  const settled = settleFindings(results, { context, targets, proofs, partial, ignoreWaivers });
  return {
    asOf: request.asOf,
    desiredState,
    targets,
    diagnostics: sortDiagnostics(
      dropConsequences([...diagnostics, ...settled.diagnostics], desiredState.unsound),
    ),
    findings: settled.findings,
    considered: settled.considered,
    proofs,
    ...(leftOutKeys.length > 0 ? { leftOutKeys } : {}),
  };
}
