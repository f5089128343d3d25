import type { Comparison, TargetChange } from "@altostrata/pipeline";
import { count } from "../../document/inline.ts";
import type { Inline, Node, Section } from "../../document/node.ts";
import { describeClasses } from "../describe-change.ts";

type Row = readonly (readonly Inline[])[];

/** With more targets than that, targets with the same figures share a row. */
const mostRows = 20;

/** A table of changes: a row per environment and target, or per set of figures if there are many. */
export function targetsSection({ targets, unchangedTargets }: Comparison): Section {
  const rest: readonly Node[] =
    unchangedTargets === 0
      ? []
      : [{ kind: "paragraph", text: [`${count(unchangedTargets, "target")} unchanged.`] }];
  const rows = targets.length <= mostRows ? targets.map(targetRow) : mergedRows(targets);
  const shown = (most: number): readonly Node[] => [
    table(rows.slice(0, most)),
    ...(rows.length > most ? [left(rows.length - most)] : []),
    ...rest,
  ];
  return {
    name: "targets",
    title: "Affected targets",
    rank: 3,
    variants: targets.length === 0 ? [] : [shown(100), shown(30), shown(10), [summary(targets)]],
  };
}

/** One row for all targets with the same figures. */
function mergedRows(targets: readonly TargetChange[]): readonly Row[] {
  const groups = Map.groupBy(targets, (change) =>
    JSON.stringify([change.presence, figures([change])]),
  );
  return [...groups.values()].map((changes) => {
    const [first] = changes;
    if (!first) return [];
    if (changes.length === 1) return targetRow(first);
    const environments = [...new Set(changes.map(({ environment }) => environment))];
    const named =
      environments.length > 3 ? count(environments.length, "environment") : environments.join(", ");
    return [[named], [count(changes.length, "target")], ...figures([first])];
  });
}

function table(rows: readonly Row[]): Node {
  return {
    kind: "table",
    head: ["environment", "target", "added", "changed", "removed", "renamed", "effect"],
    rows,
  };
}

function targetRow(change: TargetChange): Row {
  const { environment, target, provider, presence } = change;
  const isNew = presence === "kept" ? "" : presence === "added" ? " (new)" : " (removed)";
  return [[environment], [`${target}${isNew}`, ` on ${provider}`], ...figures([change])];
}

function figures(changes: readonly TargetChange[]): Row {
  const sum = (key: "added" | "changed" | "removed" | "renamed") =>
    changes.reduce((total, change) => total + change[key], 0);
  const classes = [...new Set(changes.flatMap((change) => change.classes))];
  const numbers = (["added", "changed", "removed", "renamed"] as const).map((key) => [
    sum(key) === 0 ? "" : String(sum(key)),
  ]);
  return [...numbers, [classesInCell(classes)]];
}

/** As many as fit in a cell. */
const mostClasses = 4;

function classesInCell(classes: TargetChange["classes"]): string {
  const effects = describeClasses(classes);
  const shown = effects.slice(0, mostClasses);
  const rest = effects.length - shown.length;
  return [...shown, ...(rest > 0 ? [`${rest} more`] : [])].join("; ");
}

function left(number: number): Node {
  return { kind: "paragraph", text: [`${count(number, "more row")} in the report.`] };
}

function summary(targets: readonly TargetChange[]): Node {
  const environments = new Set(targets.map(({ environment }) => environment)).size;
  const what = `${count(targets.length, "target")} of ${count(environments, "environment")} change`;
  return { kind: "paragraph", text: [`${what}; the table is in the report.`] };
}
