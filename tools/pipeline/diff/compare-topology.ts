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
    ...difference({ what: "routing-changed" }, base.routing, head.routing),
    ...hostChanges(base, head),
    ...targets.flatMap((target) => nodeChanges(nodeOf(base, target), nodeOf(head, target))),
    ...weightChanges(base, head),
    ...linkChanges(base, head),
  ];
}

function masterChanges(base: SystemGraph, head: SystemGraph): Found[] {
  const [was, is] = [masterOf(base), masterOf(head)];
  return was === is ? [] : [{ what: "master-moved", base: was, head: is }];
}

function hostChanges(base: SystemGraph, head: SystemGraph): Found[] {
  const names = [...new Set([...Object.keys(base.hosts), ...Object.keys(head.hosts)])].sort();
  return names.flatMap((subject) =>
    difference(
      { what: "host-changed", subject },
      base.hosts[subject] ?? "none",
      head.hosts[subject] ?? "none",
    ),
  );
}

/** Weights in DNS and planned shares are not compared with each other; a change of routing says what happens then. */
function weightChanges(base: SystemGraph, head: SystemGraph): Found[] {
  const [was, is] = [base.routing === "weighted", head.routing === "weighted"];
  if (was !== is) return [];
  const what = is ? "weight-changed" : "share-changed";
  return head.nodes.flatMap(({ target, weight }) => {
    const before = nodeOf(base, target)?.weight ?? 0;
    return difference({ what, target }, `${before} %`, `${weight} %`);
  });
}

function nodeChanges(base: Node | undefined, head: Node | undefined): Found[] {
  if (!base)
    return head ? [{ what: "worker-added", target: head.target, head: summaryOf(head) }] : [];
  if (!head) return [{ what: "worker-removed", target: base.target, base: summaryOf(base) }];
  const { target } = head;
  return [
    ...difference({ what: "part-changed", target }, base.parts.join(" + "), head.parts.join(" + ")),
    ...difference({ what: "kubernetes-changed", target }, base.kubernetes, head.kubernetes),
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

type Link = SystemGraph["links"][number];

function linkChanges(base: SystemGraph, head: SystemGraph): Found[] {
  const [before, after] = [base.links.map(linkKey), head.links.map(linkKey)];
  const opened = head.links.filter((link) => !before.includes(linkKey(link)));
  const closed = base.links.filter((link) => !after.includes(linkKey(link)));
  const moved = closed.flatMap((was) => {
    const is = opened.find((link) => link.kind === "backup" && link.label === was.label);
    return was.kind === "backup" && is && is.to !== was.to ? [{ was, is }] : [];
  });
  const rest = (links: readonly Link[]) =>
    links.filter((link) => !moved.some(({ was, is }) => link === was || link === is));
  return [
    ...moved.map(({ was, is }): Found => ({
      what: "backup-moved",
      subject: was.label,
      base: was.to,
      head: is.to,
    })),
    ...flows("flow-closed", rest(closed)),
    ...flows("flow-opened", rest(opened)),
  ];
}

/** Flows of one kind between the same two targets are one change. */
function flows(what: "flow-opened" | "flow-closed", links: readonly Link[]): Found[] {
  const alike = Map.groupBy(links, ({ kind, from, to }) => [kind, from, to].join("\0"));
  return [...alike.values()].flatMap((group): Found[] => {
    const [first] = group;
    if (!first) return [];
    const { kind, from, to } = first;
    const labels = group.map(({ label }) => label).join(", ");
    return [{ what, subject: `${kind} ${labels}`, base: from, head: to }];
  });
}

function linkKey(link: Link): string {
  return Object.values(link).join("\0");
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
