import type { Comparison, TargetChange } from "@altostrata/pipeline";
import type { Inline, Node, Section } from "../../document/node.ts";
import { classWords } from "../../words/changes.ts";
import { count } from "../change-words.ts";

type Row = readonly (readonly Inline[])[];

/** Where does what change: a row per environment and target, or per environment where there are too many. */
export function targetsSection({ targets, unchangedTargets }: Comparison): Section {
  const environments = Map.groupBy(targets, ({ environment }) => environment);
  const rest: Node = {
    kind: "paragraph",
    text: [`${count(unchangedTargets, "target")} without a change.`],
  };
  const byEnvironment = [...environments].map(([name, rows]) => environmentRow(name, rows));
  return {
    name: "targets",
    title: "Where",
    rank: 3,
    variants:
      targets.length === 0
        ? []
        : [
            [table(targets.map(targetRow)), ...(unchangedTargets > 0 ? [rest] : [])],
            [table(byEnvironment), rest],
            [table(byEnvironment.slice(0, 40)), left(byEnvironment.length - 40)],
            [summary(targets, environments.size)],
          ],
  };
}

function table(rows: readonly Row[]): Node {
  return {
    kind: "table",
    head: ["environment", "target", "added", "changed", "removed", "renamed", "what it does"],
    rows,
  };
}

function targetRow(change: TargetChange): Row {
  const { environment, target, provider, presence } = change;
  const isNew = presence === "kept" ? "" : presence === "added" ? " (new)" : " (leaves)";
  return [[environment], [`${target}${isNew}`, ` on ${provider}`], ...figures([change])];
}

function environmentRow(environment: string, changes: readonly TargetChange[]): Row {
  return [[environment], [count(changes.length, "target")], ...figures(changes)];
}

function figures(changes: readonly TargetChange[]): Row {
  const sum = (key: "added" | "changed" | "removed" | "renamed") =>
    changes.reduce((total, change) => total + change[key], 0);
  const classes = [...new Set(changes.flatMap((change) => change.classes))];
  const numbers = (["added", "changed", "removed", "renamed"] as const).map((key) => [
    sum(key) === 0 ? "" : String(sum(key)),
  ]);
  return [
    ...numbers,
    [
      classes
        .slice(0, 4)
        .map((name) => classWords[name])
        .join("; "),
    ],
  ];
}

function left(number: number): Node {
  return {
    kind: "paragraph",
    text: [`${count(Math.max(number, 0), "environment")} more in the report.`],
  };
}

function summary(targets: readonly TargetChange[], environments: number): Node {
  return {
    kind: "paragraph",
    text: [
      `${count(targets.length, "target")} of ${count(environments, "environment")} change; the table is in the report.`,
    ],
  };
}
