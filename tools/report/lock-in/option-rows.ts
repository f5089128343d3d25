import type { Score } from "@altostrata/topology";
import { amount } from "./amounts.ts";

type Targets = Score["options"]["targets"];

/** The price of keeping options open: templates per provider, control planes and standby capacity. */
export function optionRows({ options: { templates, targets }, currency }: Score): string[][] {
  const variants = Object.entries(templates).map(
    ([provider, { files, lines }]) => `${provider} ${files} (${lines} lines)`,
  );
  return [
    [
      "price of options",
      String(sum(Object.values(templates).map(({ files }) => files))),
      "declared",
      `templates for a single provider: ${variants.join(", ")}`,
    ],
    ["", String(targets.length), basisOf(targets), `control planes${costs(targets, currency)}`],
    ...standbyRows(targets),
  ];
}

function costs(targets: Targets, currency: string | undefined): string {
  if (currency === undefined) return "";
  const monthly = sum(targets.map(({ perMonth = 0 }) => perMonth));
  const unknown = targets.filter(({ perMonth }) => perMonth === undefined).length;
  const shared = targets.filter(({ environments }) => environments > 1).length;
  return (
    `, ${unknown > 0 ? "at least " : ""}${amount(monthly)} ${currency} per month` +
    (shared > 0 ? `; ${shared} of them shared with other environments` : "")
  );
}

function basisOf(targets: Targets): string {
  return targets.every(({ kind }) => kind === "list") ? "declared" : "estimate";
}

function standbyRows(targets: Targets): string[][] {
  return targets
    .filter(({ standbyCpus }) => standbyCpus > 0)
    .map(({ target, standbyCpus }) => [
      "",
      amount(standbyCpus),
      "declared",
      `standby CPUs on ${target}`,
    ]);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
