import type { SystemGraph } from "@altostrata/pipeline";
import { htmlText } from "../../document/escape-text.ts";
import { describeNode } from "../describe-change.ts";

type Node = SystemGraph["nodes"][number];

const box = { width: 250, height: 96, gap: 28 };
const column = 470;

interface Placed {
  readonly node: Node;
  readonly x: number;
  readonly y: number;
}

/**
 * Draws a system as SVG: the master on the left, other targets on the right, an arrow per pair of connected targets. `mark`
 * marks the nodes that are missing or different in `other`.
 */
export function graphSvg(
  graph: SystemGraph,
  { other, mark }: { other?: SystemGraph | undefined; mark: "added" | "removed" },
): string {
  const placed = place(graph.nodes);
  const height = Math.max(...placed.map(({ y }) => y + box.height)) + 12;
  const title = `${graph.environment}/${graph.system}`;
  const text = graph.nodes.map((node) => `${node.target}: ${describeNode(node, graph)}`).join("; ");
  return [
    `<svg role="img" aria-label="${htmlText(`${title}. ${text}`)}" viewBox="0 0 ${column + box.width + 12} ${height}">`,
    `<defs><marker id="tip-${mark}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z"/></marker></defs>`,
    ...arrows(graph, placed, mark),
    ...placed.map((one) =>
      drawNode(
        { ...one, part: describeNode(one.node, graph) },
        isChanged(one.node, other) ? mark : "same",
      ),
    ),
    "</svg>",
  ].join("\n");
}

function place(nodes: readonly Node[]): readonly Placed[] {
  const masters = nodes.filter(({ parts }) => parts.includes("master"));
  const others = nodes.filter(({ parts }) => !parts.includes("master"));
  const rows = Math.max(masters.length, others.length, 1);
  const put = (list: readonly Node[], x: number): readonly Placed[] => {
    const offset = ((rows - list.length) * (box.height + box.gap)) / 2;
    return list.map((node, index) => ({ node, x, y: 6 + offset + index * (box.height + box.gap) }));
  };
  return [...put(masters, 6), ...put(others, column)];
}

function isChanged(node: Node, other: SystemGraph | undefined): boolean {
  const before = other?.nodes.find(({ target }) => target === node.target);
  return other !== undefined && JSON.stringify(before) !== JSON.stringify(node);
}

function drawNode({ node, x, y, part }: Placed & { part: string }, mark: string): string {
  const lines = [
    part,
    node.components.map(({ name, replicas }) => `${name} ${replicas}`).join(", "),
    node.datasources.map(({ name, role }) => `${role} of ${name}`).join(", "),
  ];
  const texts = lines.map(
    (line, index) =>
      `<text x="${x + 12}" y="${y + 44 + index * 18}">${htmlText(shorten(line, 33))}</text>`,
  );
  return [
    `<g class="node ${mark}"><rect x="${x}" y="${y}" width="${box.width}" height="${box.height}" rx="8"/>`,
    `<text class="name" x="${x + 12}" y="${y + 24}">${htmlText(shorten(`${node.target} (${node.provider}, ${node.country})`, 32))}</text>`,
    ...texts,
    "</g>",
  ].join("");
}

/** One arrow per direction between two targets, with the names of its flows. */
function arrows(
  { links }: SystemGraph,
  placed: readonly Placed[],
  mark: string,
): readonly string[] {
  const between = Map.groupBy(
    links.filter(({ from, to }) => from !== to),
    ({ from, to }) => `${from}\0${to}`,
  );
  const at = (target: string) => placed.find(({ node }) => node.target === target);
  return [...between.values()].flatMap((flows) => {
    const [first] = flows;
    const [from, to] = [at(first?.from ?? ""), at(first?.to ?? "")];
    if (!from || !to) return [];
    const names = [
      ...new Set(flows.map(({ kind, label }) => (kind === "call" ? label : `${kind} of ${label}`))),
    ];
    const path = curve(from, to);
    return [
      `<path class="link" d="${path}" marker-end="url(#tip-${mark})"><title>${htmlText(`${first?.from} to ${first?.to}: ${names.join(", ")}`)}</title></path>`,
    ];
  });
}

function curve(from: Placed, to: Placed): string {
  const rightwards = from.x < to.x;
  if (from.x === to.x) {
    const x = from.x + box.width;
    const [start, end] = [from.y + box.height / 2 + 8, to.y + box.height / 2 - 8];
    return `M${x} ${start}C${x + 60} ${start} ${x + 60} ${end} ${x + 2} ${end}`;
  }
  const start = rightwards ? from.x + box.width : from.x;
  const end = rightwards ? to.x - 2 : to.x + box.width + 2;
  // Separates the arrows of the two directions.
  const shift = rightwards ? -10 : 10;
  const [startY, endY] = [from.y + box.height / 2 + shift, to.y + box.height / 2 + shift];
  const middle = (start + end) / 2;
  return `M${start} ${startY}C${middle} ${startY} ${middle} ${endY} ${end} ${endY}`;
}

function shorten(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}\u2026` : text;
}
