import { longestExitHours, type LockInScore } from "@altostrata/topology";
import { escapeText } from "../document/escape-text.ts";
import { alignTable } from "../document/terminal.ts";
import { amount, money } from "./amounts.ts";
import { bindingRows } from "./binding-rows.ts";
import { scoreRows } from "./score-rows.ts";

export interface ScoredEnvironment {
  readonly environment: string;
  readonly score: LockInScore;
}

/** Prints scores: a row per environment, or the full explanation of a single one. */
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
          `${amount(score.portability.percent)}%`,
          `${score.readiness.level} of 4`,
          `${amount(longestExitHours(score.dataExit))} h`,
          money(score, score.exposure.switching),
          money(score, score.exposure.perYear),
        ]
      : [environment, "no score: no components", "", "", "", ""],
  );
  return [
    ...alignTable([head, ...rows], 1),
    "",
    `Catalogue ${[...new Set(scored.map(({ score }) => score.catalogue))].join("; ")}. Scores of different catalogues are not comparable.`,
    "Amounts of money are estimates: alto lock-in --environment NAME lists them, with every binding.",
  ];
}

function describe({ environment, score }: ScoredEnvironment): string[] {
  if (!score.scored) return [`${environment}: no score, because it has no components.`];
  return [
    `Lock-in of ${environment}, catalogue ${score.catalogue}`,
    "",
    ...indent(alignTable(scoreRows(score), 4)),
    "",
    "Bindings: features of a single provider that a component uses; days and money are estimates",
    ...indent(alignTable(bindingRows(score), 5)),
    "",
    "Estimates used",
    ...indent(score.estimates.length === 0 ? ["none"] : score.estimates),
  ];
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
