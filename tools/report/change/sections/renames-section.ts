import type { Comparison, Rename } from "@altostrata/pipeline";
import type { Inline, Section } from "../../document/node.ts";
import { count } from "../../count.ts";
import { shortList } from "../short-list.ts";

/** What the newer state only calls otherwise, and what becomes of the objects that run under the old name. */
export function renamesSection({ renames = [] }: Comparison): Section {
  const items = renames.map((rename): readonly Inline[] => [
    `${rename.kind} `,
    { code: rename.base },
    " -> ",
    { code: rename.head },
    `: ${sameness(rename)}`,
    ...fate(rename),
  ]);
  return {
    name: "renames",
    title: "Other names",
    rank: 1,
    variants: items.length === 0 ? [] : [[shortList(items, 20)], [shortList(items, 5)]],
  };
}

/** Why a target is taken for the same one; the others have nothing that could be another one. */
function sameness({ kind }: Rename): string {
  return kind === "target"
    ? "provider, region, networks and outputs are the same, so it is taken for the same cluster. "
    : "";
}

function fate(rename: Rename): readonly Inline[] {
  const { kind, kept, pruned } = rename;
  if (kind === "application") return ["what its name changes in objects is shown below."];
  if (kept + pruned === 0) return ["no object of it is known."];
  if (kept === 0 || kind === "namespace") {
    const because = kind === "namespace" ? "" : "its namespace changes, so ";
    return [
      `${because}${count(pruned, "object")} cannot stay: each is made anew, and the old one is pruned with its data.`,
    ];
  }
  return pruned === 0 ? handover(rename) : [...handover(rename), ` ${prunedToo(pruned)}`];
}

/** The tools do not deliver, so they cannot know how the running objects change hands; they say what it hangs on. */
function handover({ kind, kept, targets, data }: Rename): readonly Inline[] {
  const named = data
    .slice(0, mostNames)
    .flatMap((name, index): Inline[] => [index === 0 ? "" : ", ", { code: name }]);
  const more = data.length > mostNames ? ` and ${data.length - mostNames} more` : "";
  const lost: readonly Inline[] =
    data.length === 0 ? [] : [": the data of ", ...named, `${more} would be lost`];
  return [
    `${count(kept, "object")} on ${count(targets.length, "target")} keep kind, namespace and name, so the running ones stay, if the delivery hands them over. One that keeps its inventory by ${kind} prunes what the old name no longer lists`,
    ...lost,
    ". Turn pruning off for the old name until the new one owns them.",
  ];
}

const mostNames = 4;

function prunedToo(pruned: number): string {
  return `${count(pruned, "other object")} ${pruned === 1 ? "is" : "are"} not kept, see below.`;
}
