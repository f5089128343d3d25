import { longestExitHours, type LockInScore } from "@altostrata/topology";
import { escapeText } from "../escape-text.ts";
import { alignTable } from "../table.ts";
import { amount, money } from "./amounts.ts";
import { bindingRows } from "./binding-rows.ts";
import { scoreRows } from "./score-rows.ts";

export interface ScoredEnvironment {
  readonly environment: string;
  readonly score: LockInScore;
}

/** The scores of environments: one row each, or with all that explains it when there is only one. */
export function lockInText(scored: readonly ScoredEnvironment[]): string {
  const [only] = scored;
  const lines = only && scored.length === 1 ? describe(only) : overview(scored);
  return `${lines.map(escapeText).join("\n")}\n`;
}

function overview(scored: readonly ScoredEnvironment[]): string[] {
  const head = [
    "ENVIRONMENT",
    "PORTABLE",
    "READY",
    "DATA OUT (ESTIMATE)",
    "SWITCHING COST (ESTIMATE)",
    "EXPOSURE A YEAR (ESTIMATE)",
  ];
  const rows = scored.map(({ environment, score }) =>
    score.scored
      ? [
          environment,
          `${amount(score.portability.percent)} %`,
          `${score.readiness.level} of 4`,
          `${amount(longestExitHours(score.dataExit))} h`,
          money(score, score.exposure.switching),
          money(score, score.exposure.perYear),
        ]
      : [environment, "no score: it has no component", "", "", "", ""],
  );
  return [
    ...alignTable([head, ...rows], 1),
    "",
    `Catalogue ${[...new Set(scored.map(({ score }) => score.catalogue))].join("; ")}. Scores of other catalogues are not comparable.`,
    "Money rests on estimates: alto lock-in --environment NAME says which, and shows every binding.",
  ];
}

function describe({ environment, score }: ScoredEnvironment): string[] {
  if (!score.scored) return [`${environment}: no score, for it has no component.`];
  return [
    `Lock-in of ${environment}, catalogue ${score.catalogue}`,
    "",
    ...indent(alignTable(scoreRows(score), 4)),
    "",
    "Bindings: what a component uses that only one provider has; days and money are estimates",
    ...indent(alignTable(bindingRows(score), 5)),
    "",
    "Rests on estimates",
    ...indent(score.estimates.length === 0 ? ["nothing"] : score.estimates),
  ];
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
