import type { SystemGraph } from "@altostrata/pipeline";
import { describeNode } from "./describe-change.ts";

/** A drawing with more nodes is unreadable in a comment; the report draws all of them. */
const mostNodes = 40;

/** Draws a system as a Mermaid flow chart of its targets and flows; undefined if it is too large. */
export function mermaidOf(graph: SystemGraph): string | undefined {
  const { nodes, links } = graph;
  if (nodes.length > mostNodes) return undefined;
  const ids = new Map(nodes.map(({ target }, index) => [target, `t${index}`]));
  const drawn = nodes.map(
    (node) =>
      `  ${ids.get(node.target)}["${label([node.target, node.provider, describeNode(node, graph)])}"]`,
  );
  const arrows = Map.groupBy(
    links.filter(({ from, to }) => from !== to && ids.has(from) && ids.has(to)),
    ({ from, to, kind }) => `${ids.get(from)} ${kind === "call" ? "-->" : "-.->"} ${ids.get(to)}`,
  );
  const lines = [...arrows].map(([arrow, together]) => {
    const [from, line, to] = arrow.split(" ");
    const names = [
      ...new Set(
        together.map(({ kind, label: name }) => (kind === "call" ? name : `${kind} ${name}`)),
      ),
    ];
    const shown = names.length > 3 ? [`${names.length} flows`] : names;
    return `  ${from} ${line}|"${label(shown)}"| ${to}`;
  });
  return ["flowchart LR", ...drawn, ...lines].join("\n");
}

/** Removes characters with a meaning in Mermaid, which a hostile report can contain. */
function label(lines: readonly string[]): string {
  return lines.map((line) => line.replaceAll(/[^\p{L}\p{N} ,.+%/()_-]/gu, "?")).join("<br/>");
}
