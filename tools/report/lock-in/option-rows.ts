import type { Score } from "@altostrata/topology";
import { amount } from "./amounts.ts";

type Targets = Score["options"]["targets"];

/** What is paid so that there is a choice, as rows: variants to keep, control planes to pay for, and what only stands by. */
export function optionRows({ options: { templates, targets }, currency }: Score): string[][] {
  const variants = Object.entries(templates).map(
    ([provider, { files, lines }]) => `${provider} ${files} (${lines} lines)`,
  );
  return [
    [
      "price of options",
      String(sum(Object.values(templates).map(({ files }) => files))),
      "declared",
      `templates that only one provider needs: ${variants.join(", ")}`,
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
    ` for ${unknown > 0 ? "at least " : ""}${amount(monthly)} ${currency} a month` +
    (shared > 0 ? `; ${shared} of them used by other environments too` : "")
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
      `CPUs that stand by at ${target}`,
    ]);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
