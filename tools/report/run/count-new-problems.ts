import type { NewProblems } from "@altostrata/pipeline";
import { isWarning } from "./group-problems.ts";
import { summarise } from "./summarise.ts";

/** What the comparison with an earlier state comes to: only what is new and not a mere warning refuses. */
export function countNewProblems(newProblems: NewProblems): {
  clean: boolean;
  refused: number;
  new: number;
  old: number;
} {
  const { findings, diagnostics } = newProblems.new;
  const refused =
    findings.filter(({ action }) => action === "deny").length +
    diagnostics.filter((diagnostic) => !isWarning(diagnostic)).length;
  return {
    clean: refused === 0 && summarise(newProblems.result).total.manifests > 0,
    refused,
    new: findings.length + diagnostics.length,
    old: newProblems.old.findings.length + newProblems.old.diagnostics.length,
  };
}
