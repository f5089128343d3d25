import type { Comparison, Rename } from "@altostrata/pipeline";
import { codeList, count, shortList } from "../../document/inline.ts";
import type { Inline, Section } from "../../document/node.ts";

/** Lists renames, and the fate of the objects that run under the old name. */
export function renamesSection({ renames = [] }: Comparison): Section {
  const items = renames.map((rename): readonly Inline[] => [
    `${rename.kind} `,
    { code: rename.base },
    " -> ",
    { code: rename.head },
    `: ${evidence(rename)}`,
    ...fate(rename),
  ]);
  return {
    name: "renames",
    title: "Renames",
    rank: 1,
    variants: items.length === 0 ? [] : [[shortList(items, 20)], [shortList(items, 5)]],
  };
}

/** Why a target counts as renamed. Other kinds need no evidence. */
function evidence({ kind }: Rename): string {
  return kind === "target"
    ? "provider, region, networks and outputs are equal, so it is treated as the same cluster. "
    : "";
}

function fate(rename: Rename): readonly Inline[] {
  const { kind, kept, pruned } = rename;
  if (kind === "application") return ["changes of objects by its name are shown below."];
  if (kept + pruned === 0) return ["it has no known objects."];
  if (kept === 0 || kind === "namespace") {
    const because = kind === "namespace" ? "" : "its namespace changes, so ";
    return [
      `${because}${count(pruned, "object")} cannot be kept: each is recreated, and the old one is pruned with its data.`,
    ];
  }
  return pruned === 0 ? handover(rename) : [...handover(rename), ` ${prunedToo(pruned)}`];
}

/** States the conditions for keeping running objects: delivery is outside of these tools. */
function handover({ kind, kept, targets, data }: Rename): readonly Inline[] {
  const lost: readonly Inline[] =
    data.length === 0 ? [] : [": the data of ", ...codeList(data, mostNames), " would be lost"];
  return [
    `${count(kept, "object")} on ${count(targets.length, "target")} keep kind, namespace and name. Running objects stay only if the delivery tool hands them over. A tool with an inventory per ${kind} prunes objects that the old name no longer lists`,
    ...lost,
    ". Disable pruning for the old name until the new one owns them.",
  ];
}

const mostNames = 4;

function prunedToo(pruned: number): string {
  return `${count(pruned, "other object")} ${pruned === 1 ? "is" : "are"} recreated, see below.`;
}
