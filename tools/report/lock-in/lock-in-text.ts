import type { LockInScore, Score } from "@altostrata/topology";
import { escapeText } from "../escape-text.ts";
import { alignTable } from "../table.ts";
import { amount, range } from "./amounts.ts";

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
    "DATA OUT",
    "SWITCHING COST",
    "EXPOSURE A YEAR",
  ];
  const rows = scored.map(({ environment, score }) =>
    score.scored
      ? [
          environment,
          `${amount(score.portability.percent)} %`,
          `${score.readiness.level} of 4`,
          `${amount(longestHours(score))} h`,
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
    ...indent(alignTable(parts(score), 3)),
    "",
    "Bindings: what a component uses that only one provider has",
    ...indent(alignTable(bindingRows(score), 4)),
    "",
    "Rests on estimates",
    ...indent(score.estimates.length === 0 ? ["nothing"] : score.estimates),
  ];
}

function parts(score: Score): string[][] {
  return [
    ...portabilityRows(score),
    ...readinessRows(score),
    ...dataRows(score),
    ...concentrationRows(score),
    ...moneyRows(score),
  ];
}

function portabilityRows({ portability: { percent, components } }: Score): string[][] {
  const open = components.filter(({ provenAt }) => provenAt.length < 2);
  const proven = `${components.length - open.length} of ${components.length} components pass every check at two providers`;
  return [
    ["portability proven", `${amount(percent)} %`, proven],
    ...open.map(({ system, component, provenAt }) => [
      "",
      "",
      `not ${system}/${component}: ${provenAt.length === 0 ? "proven nowhere" : `only at ${provenAt.join(", ")}`}`,
    ]),
  ];
}

const levels = [
  "no plan",
  "planned, with an owner, never rehearsed",
  "rehearsed, more than a year ago",
  "rehearsed within a year",
  "rehearsed by itself",
] as const;

function readinessRows({ readiness: { level, plans } }: Score): string[][] {
  return plans.map((plan, index) => [
    index === 0 ? "exit readiness" : "",
    index === 0 ? `${level} of 4` : "",
    `${plan.system} from ${plan.provider}: ${levels[plan.level]}`,
  ]);
}

function dataRows(score: Score): string[][] {
  if (score.dataExit.length === 0) return [["data exit", "", "no database stands here"]];
  return score.dataExit.flatMap(
    ({ provider, gigabytes, hours, windowHours, fits, stores }, index) => [
      [
        index === 0 ? "data exit" : "",
        hours === undefined ? "unknown" : `${amount(hours)} h`,
        `${amount(gigabytes)} GB from ${provider}` +
          (windowHours === undefined
            ? ""
            : `, ${fits ? "within" : "NOT WITHIN"} the ${amount(windowHours)} h declared`),
      ],
      ...stores.map(({ system, datasource, cost }) => [
        "",
        "",
        `${system}/${datasource}: ${cost === undefined || score.currency === undefined ? "price unknown" : `${amount(cost)} ${score.currency}`}`,
      ]),
    ],
  );
}

function concentrationRows({ concentration }: Score): string[][] {
  return concentration.map(({ facet, index, shares }, position) => [
    position === 0 ? "concentration" : "",
    index.toFixed(2),
    `${facet}: ${shares.map(({ provider, share }) => `${provider} ${amount(share * 100)} %`).join(", ")}`,
  ]);
}

function moneyRows(score: Score): string[][] {
  const { exposure, options } = score;
  const files = Object.values(options.templates).reduce((total, one) => total + one.files, 0);
  const lines = Object.values(options.templates).reduce((total, one) => total + one.lines, 0);
  const monthly = options.targets.reduce((total, { perMonth = 0 }) => total + perMonth, 0);
  const planes =
    score.currency === undefined ? "" : ` for ${amount(monthly)} ${score.currency} a month`;
  return [
    [
      "switching cost",
      "",
      `${money(score, exposure.switching)}, with ${range(exposure.days)} person-days`,
    ],
    [
      "exposure a year",
      "",
      `${money(score, exposure.perYear)}: cost times the likelihood of having to leave`,
    ],
    [
      "price of options",
      "",
      `${files} templates (${lines} lines) of single providers; ${options.targets.length} control planes${planes}`,
    ],
  ];
}

function bindingRows({ exposure, currency }: Score): string[][] {
  const head = [
    "COMPONENT",
    "PROVIDER",
    "SURFACE",
    "PROVEN AT",
    "TIER",
    "DAYS",
    `A YEAR${currency === undefined ? "" : `, ${currency}`}`,
  ];
  return [
    head,
    ...exposure.bindings.map((binding) => [
      binding.component === "" ? binding.system : `${binding.system}/${binding.component}`,
      binding.provider,
      binding.surface,
      binding.proof ?? "-",
      String(binding.tier),
      range(binding.days),
      binding.exposure ? range(binding.exposure) : "unknown",
    ]),
  ];
}

function longestHours({ dataExit }: Score): number {
  return dataExit.reduce((longest, { hours = 0 }) => Math.max(longest, hours), 0);
}

/** What has no price makes a sum too low, and a sum of nothing but that is none. */
function money(
  { currency, exposure: { unpriced } }: Score,
  interval: { least: number; most: number },
): string {
  if (currency === undefined) return "unknown";
  return `${unpriced > 0 ? "at least " : ""}${range(interval)} ${currency}`;
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
