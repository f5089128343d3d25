import type { Comparison } from "@altostrata/pipeline";
import type { Inline, Section } from "../../document/node.ts";
import { count } from "../../count.ts";

/** Who else is affected: owners by effect, with what of theirs changes. Their names are no mentions. */
export function ownersSection({ owners }: Comparison): Section {
  const items = owners.map(({ owner, because }): readonly Inline[] => [
    { code: owner },
    `: ${summarise(because)}`,
  ]);
  const rest = (most: number) =>
    items.length > most ? [[`${items.length - most} more owners`]] : [];
  const list = (most: number) => [
    { kind: "list" as const, items: [...items.slice(0, most), ...rest(most)] },
  ];
  return {
    name: "owners",
    title: "Who must look",
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
        : `${kind} ${entries.map(wordThing).join(", ")}`,
    )
    .join("; ");
}

function wordThing({ name, turn }: Comparison["owners"][number]["because"][number]): string {
  if (turn === undefined) return name;
  return turn === "comes" ? `${name} (becomes an owner)` : `${name} (no longer an owner)`;
}
