import type { NewProblems, RunResult } from "@altostrata/pipeline";
import { isWarning } from "./group-problems.ts";

/** The figures of one row: of a target, or of what belongs to no single target. */
interface Counts {
  readonly manifests: number;
  readonly diagnostics: number;
  /** Unwaived findings. */
  readonly findings: number;
  readonly waived: number;
}

interface SummaryRow extends Counts {
  /** Empty for the estate as a whole. */
  readonly environment: string;
  /** Empty for all targets. */
  readonly target: string;
}

export interface Summary {
  /** The estate first, then sorted by environment and target. */
  readonly rows: readonly SummaryRow[];
  readonly total: Counts;
  /** Diagnostics and unwaived findings that fail the run. */
  readonly refused: number;
  /** True if nothing is refused and at least one manifest was checked. */
  readonly clean: boolean;
}

/** The verdict on a run without manifests. */
export const nothingChecked = "Nothing was checked: no manifest was rendered.";

/** Counts problems per environment and target, and decides whether the run is clean. */
export function summarise(result: RunResult): Summary {
  const rows = new Map<string, { -readonly [Key in keyof SummaryRow]: SummaryRow[Key] }>();
  const rowOf = ({ environment = "", target = "" }: { environment?: string; target?: string }) => {
    const key = `${environment}\0${target}`;
    const row = rows.get(key) ?? {
      environment,
      target,
      manifests: 0,
      diagnostics: 0,
      findings: 0,
      waived: 0,
    };
    rows.set(key, row);
    return row;
  };
  for (const target of result.targets) rowOf(target).manifests = target.manifests;
  for (const diagnostic of result.diagnostics) rowOf(diagnostic).diagnostics += 1;
  for (const finding of result.findings)
    rowOf(finding)[finding.waiver ? "waived" : "findings"] += 1;
  const refused =
    result.diagnostics.filter((diagnostic) => !isWarning(diagnostic)).length +
    result.findings.filter(({ action, waiver }) => action === "deny" && !waiver).length;
  const sorted = [...rows].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, row]) => row);
  const total = addUp(sorted);
  return { rows: sorted, total, refused, clean: refused === 0 && total.manifests > 0 };
}

/** Decides whether a run adds problems to an earlier state: only new problems that are not warnings refuse it. */
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

function addUp(rows: readonly Counts[]): Counts {
  const sum = (name: keyof Counts) => rows.reduce((total, row) => total + row[name], 0);
  return {
    manifests: sum("manifests"),
    diagnostics: sum("diagnostics"),
    findings: sum("findings"),
    waived: sum("waived"),
  };
}
