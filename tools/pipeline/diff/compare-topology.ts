import type { SystemGraph, TopologyChange } from "../model/comparison.ts";

type Node = SystemGraph["nodes"][number];
type Found = Omit<TopologyChange, "environment" | "system">;

/** One system before and after; at least one of them is there. */
export interface ComparedGraphs {
  readonly base?: SystemGraph;
  readonly head?: SystemGraph;
}

/** The systems of two runs side by side, only those whose graphs differ. */
export function pairGraphs(
  base: readonly SystemGraph[],
  head: readonly SystemGraph[],
): readonly ComparedGraphs[] {
  const before = new Map(base.map((graph) => [nameOf(graph), graph]));
  const after = new Map(head.map((graph) => [nameOf(graph), graph]));
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names.flatMap((name) => {
    const was = before.get(name);
    const is = after.get(name);
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    return [{ ...(was ? { base: was } : {}), ...(is ? { head: is } : {}) }];
  });
}

/** What a change means for who does what where, as facts that the report puts into words. */
export function compareTopology(graphs: readonly ComparedGraphs[]): readonly TopologyChange[] {
  return graphs.flatMap(({ base, head }) => {
    const graph = head ?? base;
    if (!graph) return [];
    const { environment, system } = graph;
    return changesOf({ base, head }).map((change) => ({ environment, system, ...change }));
  });
}

function changesOf({
  base,
  head,
}: {
  base: SystemGraph | undefined;
  head: SystemGraph | undefined;
}): Found[] {
  if (!base || !head) return [{ what: head ? "system-added" : "system-removed" }];
  const targets = [...new Set([...base.nodes, ...head.nodes].map(({ target }) => target))].sort();
  return [
    ...masterChanges(base, head),
    ...targets.flatMap((target) => nodeChanges(nodeOf(base, target), nodeOf(head, target))),
    ...linkChanges(base, head),
  ];
}

function masterChanges(base: SystemGraph, head: SystemGraph): Found[] {
  const [was, is] = [masterOf(base), masterOf(head)];
  return was === is ? [] : [{ what: "master-moved", base: was, head: is }];
}

function nodeChanges(base: Node | undefined, head: Node | undefined): Found[] {
  if (!base)
    return head ? [{ what: "worker-added", target: head.target, head: summaryOf(head) }] : [];
  if (!head) return [{ what: "worker-removed", target: base.target, base: summaryOf(base) }];
  const { target } = head;
  return [
    ...difference({ what: "part-changed", target }, base.parts.join(" + "), head.parts.join(" + ")),
    ...difference({ what: "weight-changed", target }, `${base.weight} %`, `${head.weight} %`),
    ...placementChanges(base, head),
    ...datasourceChanges(base, head),
  ];
}

function placementChanges(base: Node, head: Node): Found[] {
  const { target } = head;
  const before = new Map(base.components.map(({ name, replicas }) => [name, replicas]));
  const after = new Map(head.components.map(({ name, replicas }) => [name, replicas]));
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names.flatMap((subject): Found[] => {
    const [was, is] = [before.get(subject), after.get(subject)];
    if (was === undefined) return [{ what: "component-placed", target, subject, head: String(is) }];
    if (is === undefined) return [{ what: "component-withdrawn", target, subject, base: was }];
    return difference({ what: "replicas-changed", target, subject }, was, is);
  });
}

function datasourceChanges(base: Node, head: Node): Found[] {
  const { target } = head;
  const before = new Map(base.datasources.map(({ name, role }) => [name, role]));
  const after = new Map(head.datasources.map(({ name, role }) => [name, role]));
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names.flatMap((subject): Found[] => {
    const [was, is] = [before.get(subject), after.get(subject)];
    if (is === "primary" && was !== "primary") return [{ what: "primary-moved", target, subject }];
    if (was === undefined) return [{ what: "replica-added", target, subject }];
    if (is === undefined) return [{ what: "replica-removed", target, subject }];
    return [];
  });
}

function linkChanges(base: SystemGraph, head: SystemGraph): Found[] {
  const before = new Map(base.links.map((link) => [Object.values(link).join("\0"), link]));
  const after = new Map(head.links.map((link) => [Object.values(link).join("\0"), link]));
  const opened = head.links.filter((link) => !before.has(Object.values(link).join("\0")));
  const closed = base.links.filter((link) => !after.has(Object.values(link).join("\0")));
  const describe =
    (what: "flow-opened" | "flow-closed") =>
    (link: SystemGraph["links"][number]): Found => ({
      what,
      subject: `${link.kind} ${link.label}`,
      base: link.from,
      head: link.to,
    });
  return [...closed.map(describe("flow-closed")), ...opened.map(describe("flow-opened"))];
}

function difference(change: Found, base: string, head: string): Found[] {
  return base === head ? [] : [{ ...change, base, head }];
}

function nodeOf({ nodes }: SystemGraph, name: string): Node | undefined {
  return nodes.find(({ target }) => target === name);
}

function masterOf({ nodes }: SystemGraph): string {
  return nodes.find(({ parts }) => parts.includes("master"))?.target ?? "none";
}

function summaryOf({ parts, components }: Node): string {
  return `${parts.join(" + ")}: ${components.map(({ name }) => name).join(", ")}`;
}

function nameOf({ environment, system }: SystemGraph): string {
  return [environment, system].join("\0");
}
