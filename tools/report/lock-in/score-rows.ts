import type { Score } from "@altostrata/topology";
import { amount, money, range } from "./amounts.ts";
import { optionRows } from "./option-rows.ts";

/** The parts of a score as rows: name, figure, basis (proven, declared or estimate) and explanation. */
export function scoreRows(score: Score): string[][] {
  return [
    ...portabilityRows(score),
    ...readinessRows(score),
    ...dataRows(score),
    ...concentrationRows(score),
    ...moneyRows(score),
    ...optionRows(score),
  ];
}

function portabilityRows({ portability: { percent, basis, components } }: Score): string[][] {
  const open = components.filter(({ provenAt }) => provenAt.length < 2);
  const proven = `${components.length - open.length} of ${components.length} components pass every check at two providers`;
  return [
    ["portability", `${amount(percent)}%`, basis, proven],
    ...open.map(({ system, component, provenAt }) => [
      "",
      "",
      "",
      `not ${system}/${component}: ${provenAt.length === 0 ? "not proven" : `only at ${provenAt.join(", ")}`}`,
    ]),
  ];
}

const levels = [
  "no plan",
  "planned, with an owner, never rehearsed",
  "rehearsed, more than a year ago",
  "rehearsed within a year",
  "rehearsed automatically",
] as const;

function readinessRows({ readiness: { level, basis, plans } }: Score): string[][] {
  return plans.map((plan, index) => [
    index === 0 ? "exit readiness" : "",
    index === 0 ? `${level} of 4` : "",
    index === 0 ? basis : "",
    `${plan.system} from ${plan.provider}: ${levels[plan.level]}${rehearsal(plan)}`,
  ]);
}

/** Compares the effort of a rehearsal with its estimate. */
function rehearsal({ took, estimated }: Score["readiness"]["plans"][number]): string {
  if (took === undefined || !estimated) return "";
  return `, took ${amount(took)} person-days (estimate: ${range(estimated)})`;
}

function dataRows(score: Score): string[][] {
  if (score.dataExit.length === 0) return [["data exit", "", "", "no databases"]];
  return score.dataExit.flatMap(
    ({ basis, provider, gigabytes, hours, windowHours, fits, stores }, index) => [
      [
        index === 0 ? "data exit" : "",
        hours === undefined ? "unknown" : `${amount(hours)} h`,
        basis,
        `${amount(gigabytes)} GB from ${provider}` +
          (windowHours === undefined
            ? ""
            : `, ${fits ? "within" : "NOT WITHIN"} the declared ${amount(windowHours)} h`),
      ],
      ...stores.map((store) => ["", "", "", storeText(store, score.currency)]),
    ],
  );
}

type Store = Score["dataExit"][number]["stores"][number];

function storeText({ system, datasource, cost, price }: Store, currency = ""): string {
  const name = `${system}/${datasource}`;
  if (cost === undefined || !price || currency === "") return `${name}: price unknown`;
  return `${name}: at most ${amount(cost)} ${currency} (${price.kind} price)`;
}

function concentrationRows({ concentration }: Score): string[][] {
  return concentration.map(({ facet, index, basis, shares }, position) => [
    position === 0 ? "concentration" : "",
    index.toFixed(2),
    basis,
    `${facet}: ${shares.map(({ provider, share }) => `${provider} ${amount(share * 100)}%`).join(", ")}`,
  ]);
}

function moneyRows(score: Score): string[][] {
  const { exposure } = score;
  return [
    [
      "switching cost",
      "",
      exposure.basis,
      `${money(score, exposure.switching)}, including ${range(exposure.days)} person-days`,
    ],
    [
      "exposure a year",
      "",
      exposure.basis,
      `${money(score, exposure.perYear)}: switching cost times the likelihood of an exit`,
    ],
  ];
}
