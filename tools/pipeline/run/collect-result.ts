import { dropConsequences } from "../diagnostics/drop-consequences.ts";
import { evaluateEstate } from "./evaluate-estate.ts";
import { sortDiagnostics, type Diagnostic } from "../model/results/diagnostic.ts";
import type { RunResult } from "../model/results/run-result.ts";
import { joinResults } from "../policy/evaluate/rule-results.ts";
import { prove } from "../policy/proofs/find-proofs.ts";
import { settleFindings } from "../policy/settle-findings.ts";
import { idlePatches, lineOfPatch } from "../render/objects/idle-patches.ts";
import type { EnvironmentRecord, ResolvedEstate, Steps } from "../steps.ts";

/** Evaluates the rules about the estate, and joins the results of all steps and environments. */
export function collectResult(
  estate: ResolvedEstate,
  records: readonly EnvironmentRecord[],
  steps: Steps,
): RunResult {
  const { desiredState, request, rules: context, leftOutKeys } = estate;
  const targets = records.flatMap((record) => record.targets);
  const diagnostics = diagnosticsBeforeRules(estate, records, steps);
  const partial = diagnostics.length > 0 || !isWhole(estate);
  const results = joinResults(records.map((record) => record.results));
  const proofs = prove(targets, results, { policies: context.policies, diagnostics });
  const { considered } = results;
  const estateResults = evaluateEstate(estate, { records, considered, proofs, partial }, steps);
  const { ignoreWaivers = false } = request;
  const settled = settleFindings(joinResults([results, estateResults]), {
    context,
    targets,
    proofs,
    partial,
    ignoreWaivers,
  });
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

function diagnosticsBeforeRules(
  estate: ResolvedEstate,
  records: readonly EnvironmentRecord[],
  steps: Steps,
): readonly Diagnostic[] {
  return [
    ...estate.diagnostics,
    ...steps.checkTemplates(estate),
    ...records.flatMap((record) => record.diagnostics),
    ...idlePatches(
      () => linesOfPatches(estate),
      records.flatMap((record) => record.patches),
    ),
  ];
}

function linesOfPatches({ targets }: ResolvedEstate): readonly string[] {
  return targets.all.flatMap((target) =>
    target.systemViews().flatMap(({ patches }) => patches.map(lineOfPatch)),
  );
}

function isWhole({ targets: { all, selected } }: ResolvedEstate): boolean {
  return selected.length === all.length;
}
