import type { Comparison, SystemGraph, TopologyChange } from "@altostrata/pipeline";
import type { Inline, Node, Section } from "../../document/node.ts";
import { wordTopology } from "../change-words.ts";
import { mermaidOf } from "../mermaid.ts";
import { shortList } from "../short-list.ts";

/** Who does what where: in words for every system that changes, and drawn for the first ones that fit. */
export function topologySection({ topology, graphs }: Comparison): Section {
  const items = itemsOf(topology);
  const drawn = graphs.map(({ base, head }) => ({ base: draw(base), source: draw(head), head }));
  // What only has other versions or promises looks as it did.
  const other = drawn.filter(({ base, source }) => source !== undefined && source !== base);
  const drawings = other.slice(0, 3).flatMap(({ source, head }): Node[] => {
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

function draw(graph: SystemGraph | undefined): string | undefined {
  return graph && mermaidOf(graph);
}

/** How many replicas several components of a system have on one target is one change. */
function withSizesTogether(topology: readonly TopologyChange[]): readonly TopologyChange[] {
  const groups = Map.groupBy(topology, (change) =>
    change.what === "replicas-changed"
      ? JSON.stringify([change.environment, change.system, change.target])
      : change,
  );
  return [...groups.values()].flatMap((changes) => {
    const [first, ...others] = changes;
    const last = changes.at(-1);
    if (!first || !last || others.length === 0) return changes;
    const sizes = changes
      .slice(0, -1)
      .map(({ subject, base, head }) => `${subject} ${base} -> ${head}`);
    return [{ ...last, subject: [...sizes, last.subject].join(", ") }];
  });
}

/** The same sentence about several systems is one line. */
function itemsOf(topology: readonly TopologyChange[]): readonly (readonly Inline[])[] {
  const sentences = Map.groupBy(withSizesTogether(topology), wordTopology);
  return [...sentences].map(([sentence, changes]) => {
    const systems = [
      ...new Set(changes.map(({ environment, system }) => `${environment}/${system}`)),
    ];
    const named = systems.length > 4 ? `${systems.length} systems` : systems.join(", ");
    return [{ strong: named }, `: ${sentence}`];
  });
}
