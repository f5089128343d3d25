import type { Comparison } from "@altostrata/pipeline";
import { count } from "../../document/inline.ts";
import type { Inline, Section } from "../../document/node.ts";

/** Lists affected owners with the things of theirs that change. Names are code, which GitHub does not turn into mentions. */
export function ownersSection({ owners }: Comparison): Section {
  const items = owners.map(({ owner, because }): readonly Inline[] => [
    { code: owner },
    `: ${summarise(because)}`,
  ]);
  const rest = (most: number) =>
    items.length > most ? [[count(items.length - most, "more owner")]] : [];
  const list = (most: number) => [
    { kind: "list" as const, items: [...items.slice(0, most), ...rest(most)] },
  ];
  return {
    name: "owners",
    title: "Required reviewers",
    rank: 4,
    variants: items.length === 0 ? [] : [list(30), list(10), list(3)],
  };
}

function summarise(because: Comparison["owners"][number]["because"]): string {
  const kinds = Map.groupBy(because, ({ kind }) => kind);
  return [...kinds]
    .map(([kind, entries]) =>
      entries.length > 4
        ? count(entries.length, kind)
        : `${kind} ${entries.map(describeCause).join(", ")}`,
    )
    .join("; ");
}

function describeCause({ name, turn }: Comparison["owners"][number]["because"][number]): string {
  if (turn === undefined) return name;
  return turn === "comes" ? `${name} (becomes an owner)` : `${name} (no longer an owner)`;
}
