import type { Comparison, SystemGraph, TopologyChange } from "@altostrata/pipeline";
import { shortList } from "../../document/inline.ts";
import type { Inline, Node, Section } from "../../document/node.ts";
import { describeTopology } from "../describe-change.ts";
import { mermaidOf } from "../mermaid.ts";

/** Lists changes of topology, and draws the first systems that change. */
export function topologySection({ topology, graphs }: Comparison): Section {
  const items = itemsOf(topology);
  const drawn = graphs.map(({ base, head }) => ({ base: draw(base), source: draw(head), head }));
  // A change of versions or contracts does not change the drawing.
  const other = drawn.filter(({ base, source }) => source !== undefined && source !== base);
  const drawings = other.slice(0, 3).flatMap(({ source, head }): Node[] => {
    return source === undefined
      ? []
      : [
          {
            kind: "details",
            summary: [`Diagram of ${head?.environment}/${head?.system} after the change`],
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

/** Merges the replica changes of one system on one target. */
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

/** Merges equal sentences about several systems. */
function itemsOf(topology: readonly TopologyChange[]): readonly (readonly Inline[])[] {
  const sentences = Map.groupBy(withSizesTogether(topology), describeTopology);
  return [...sentences].map(([sentence, changes]) => {
    const systems = [
      ...new Set(changes.map(({ environment, system }) => `${environment}/${system}`)),
    ];
    const named = systems.length > 4 ? `${systems.length} systems` : systems.join(", ");
    return [{ strong: named }, `: ${sentence}`];
  });
}
