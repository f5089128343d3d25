import type { SystemGraph, TopologyChange } from "../../model/comparison/comparison.ts";
import { compareLinks, type Found } from "./compare-links.ts";

type Node = SystemGraph["nodes"][number];

/** One system before and after; at least one of them exists. */
export interface ComparedGraphs {
  readonly base?: SystemGraph;
  readonly head?: SystemGraph;
}

/** Pairs the systems of two runs and keeps those whose graphs differ. */
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

/** Lists the topology changes of a system as facts; the report words them. */
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
    ...difference({ what: "tier-changed" }, base.tier ?? "", head.tier ?? ""),
    ...masterChanges(base, head),
    ...difference({ what: "routing-changed" }, base.routing, head.routing),
    ...hostChanges(base, head),
    ...targets.flatMap((target) => nodeChanges(nodeOf(base, target), nodeOf(head, target))),
    ...weightChanges(base, head),
    ...compareLinks(base.links, head.links),
    ...eachDifference({ what: "declared-changed" }, base.declared, head.declared).map(
      differingParts,
    ),
  ];
}

/** Returns the changed parts of a declaration; an added or removed declaration is one change. */
function differingParts({ base = "", head = "", ...change }: Found): Found {
  if (base === "none" || head === "none") return { ...change, base, head };
  const [was, is] = [base, head].map((text) => text.split(", "));
  const only = (parts: readonly string[] = [], others: readonly string[] = []) =>
    parts.filter((part) => !others.includes(part)).join(", ") || "none";
  return { ...change, base: only(was, is), head: only(is, was) };
}

function masterChanges(base: SystemGraph, head: SystemGraph): Found[] {
  const [was, is] = [masterOf(base), masterOf(head)];
  return was === is ? [] : [{ what: "master-moved", base: was, head: is }];
}

function hostChanges(base: SystemGraph, head: SystemGraph): Found[] {
  const names = [...new Set([...Object.keys(base.hosts), ...Object.keys(head.hosts)])].sort();
  return names.flatMap((subject): Found[] => {
    const [was, is] = [base.hosts[subject], head.hosts[subject]];
    if (is === undefined) return [{ what: "host-removed", subject, base: was ?? "" }];
    if (was === undefined) return [{ what: "host-added", subject, head: is }];
    return difference({ what: "host-changed", subject }, was, is);
  });
}

/** DNS weights and planned shares are not comparable; the change of routing is reported instead. */
function weightChanges(base: SystemGraph, head: SystemGraph): Found[] {
  const [was, is] = [base.routing === "weighted", head.routing === "weighted"];
  if (was !== is) return [];
  const what = is ? "weight-changed" : "share-changed";
  return head.nodes.flatMap(({ target, weight }) => {
    const before = nodeOf(base, target)?.weight ?? 0;
    return difference({ what, target }, `${before}%`, `${weight}%`);
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
    ...eachDifference({ what: "addon-changed", target }, base.addons, head.addons),
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
  return [
    ...engineChanges(base, head),
    ...eachDifference({ what: "instances-changed", target }, ...instancesOnBoth(base, head)),
    ...copyChanges(base, head),
  ];
}

/** Databases that exist on both sides; added and removed ones are separate changes. */
function instancesOnBoth(base: Node, head: Node): [Record<string, string>, Record<string, string>] {
  const [was, is] = [base, head].map(
    ({ datasources }) =>
      new Map(datasources.map(({ name, instances = 0 }) => [name, String(instances)])),
  );
  const both = [...(was?.keys() ?? [])].filter((name) => is?.has(name));
  const pick = (from: ReadonlyMap<string, string> | undefined) =>
    Object.fromEntries(both.map((name) => [name, from?.get(name) ?? ""]));
  return [pick(was), pick(is)];
}

function engineChanges(base: Node, head: Node): Found[] {
  const { target } = head;
  const before = new Map(base.datasources.map(({ name, engine = "" }) => [name, engine]));
  return head.datasources
    .filter(({ role }) => role === "primary")
    .flatMap(({ name: subject, engine = "" }) =>
      difference(
        { what: "engine-changed", target, subject },
        before.get(subject) ?? engine,
        engine,
      ),
    );
}

function copyChanges(base: Node, head: Node): Found[] {
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

/** Lists the differences between two maps, by subject. */
function eachDifference(
  change: Found,
  base: Readonly<Record<string, string>> = {},
  head: Readonly<Record<string, string>> = {},
): Found[] {
  const subjects = [...new Set([...Object.keys(base), ...Object.keys(head)])].sort();
  return subjects.flatMap((subject) =>
    difference({ ...change, subject }, base[subject] ?? "none", head[subject] ?? "none"),
  );
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
