import type { Comparison, TopologyChange } from "@altostrata/pipeline";
import type { Inline, Node, Section } from "../../document/node.ts";
import { wordTopology } from "../change-words.ts";
import { mermaidOf } from "../mermaid.ts";
import { shortList } from "../short-list.ts";

/** Who does what where: in words for every system that changes, and drawn for the first ones that fit. */
export function topologySection({ topology, graphs }: Comparison): Section {
  const items = itemsOf(topology);
  const drawings = graphs.slice(0, 3).flatMap(({ head }): Node[] => {
    const source = head && mermaidOf(head);
    return source === undefined
      ? []
      : [
          {
            kind: "details",
            summary: [`Drawing of ${head?.environment}/${head?.system} after the change`],
            body: [{ kind: "mermaid", source }],
          },
        ];
  });
  return {
    name: "topology",
    title: "Topology",
    rank: 6,
    variants:
      items.length === 0
        ? []
        : [
            [shortList(items, 60), ...drawings],
            [shortList(items, 60)],
            [shortList(items, 25)],
            [shortList(items, 8)],
          ],
  };
}

/** The same sentence about several systems is one line. */
function itemsOf(topology: readonly TopologyChange[]): readonly (readonly Inline[])[] {
  const sentences = Map.groupBy(topology, wordTopology);
  return [...sentences].map(([sentence, changes]) => {
    const systems = [
      ...new Set(changes.map(({ environment, system }) => `${environment}/${system}`)),
    ];
    const named = systems.length > 4 ? `${systems.length} systems` : systems.join(", ");
    return [{ strong: named }, `: ${sentence}`];
  });
}
