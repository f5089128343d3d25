import type { TargetState } from "../../model/estate/desired-state.ts";
import type { Diagnostic } from "../../model/results/diagnostic.ts";
import type { Path } from "../../model/origins/origin.ts";
import { comparePlaces, type Place } from "../../model/origins/place.ts";
import { diagnose, placeIn } from "../diagnose.ts";
import type { Member, Topology } from "../topology.ts";

type Kind = keyof TargetState["value"]["networks"];

const kinds: readonly Kind[] = [
  "pods",
  "services",
  "nodes",
  "egress",
  "ingress",
  "kubernetesApi",
  "objectStorage",
];

// Private addresses that only one target may assign.
const inside: readonly Kind[] = ["pods", "services", "nodes"];

/**
 * The ranges of another target that each kind of range must not overlap. Object storage often belongs to the provider
 * and serves all targets. It and API servers may be behind another target's gateway, but never inside that target.
 */
const apart: Readonly<Record<Kind, readonly Kind[]>> = {
  pods: kinds,
  services: kinds,
  nodes: kinds,
  egress: [...inside, "egress", "ingress"],
  ingress: [...inside, "egress", "ingress"],
  kubernetesApi: [...inside, "kubernetesApi"],
  objectStorage: inside,
};

/** Reports Service ranges that overlap pod or node ranges of the same target. */
export function checkServiceNetworks(targets: readonly TargetState[]): Diagnostic[] {
  return targets.flatMap((target) => {
    const ranges = rangesOf(target);
    const [services] = ranges.filter(({ kind }) => kind === "services");
    return ranges.flatMap(({ kind, cidr, place }) => {
      if (!services || !["pods", "nodes"].includes(kind)) return [];
      if (!intersects(services.cidr, cidr)) return [];
      const args = { range: services.cidr, other: cidr, kind, target: target.name };
      return diagnose("networks-overlap-inside", services.place, { args, related: [place] });
    });
  });
}

/**
 * Reports overlapping ranges of two targets of one system: routing would be ambiguous and rules would admit the wrong
 * side.
 */
export function checkNetworks(topologies: readonly Topology[]): Diagnostic[] {
  const seen = new Set<string>();
  return topologies.flatMap(({ members }) =>
    members.flatMap((left, index) =>
      members.slice(index + 1).flatMap((right) => {
        const pair = `${left.target.name} ${right.target.name}`;
        if (seen.has(pair)) return [];
        seen.add(pair);
        return overlaps(left, right);
      }),
    ),
  );
}

function overlaps(left: Member, right: Member): Diagnostic[] {
  return outerRanges(left.target).flatMap((one) =>
    outerRanges(right.target)
      .filter(({ kind, cidr }) => apart[one.kind].includes(kind) && intersects(one.cidr, cidr))
      .map((other) => {
        const [first, second] = [one, other].toSorted((a, b) => comparePlaces(a.place, b.place));
        if (!first || !second) throw new Error("two ranges were compared");
        const args = {
          range: second.cidr,
          other: first.cidr,
          target: second.target,
          otherTarget: first.target,
        };
        return diagnose("networks-overlap", second.place, { args, related: [first.place] });
      }),
  );
}

interface Range {
  readonly kind: Kind;
  readonly cidr: string;
  readonly target: string;
  readonly place: Place;
}

function rangesOf(target: TargetState): Range[] {
  return kinds.flatMap((kind) => {
    const declared = target.value.networks[kind] ?? [];
    if (typeof declared === "string")
      return [rangeAt(target, kind, { cidr: declared, inside: [] })];
    return declared.map((cidr, index) => rangeAt(target, kind, { cidr, inside: [index] }));
  });
}

function rangeAt(
  target: TargetState,
  kind: Kind,
  { cidr, inside }: { cidr: string; inside: Path },
): Range {
  return { kind, cidr, target: target.name, place: placeIn(target, ["networks", kind, ...inside]) };
}

/** Drops ranges that lie inside another range of the same target, so that only the outer one is compared. */
function outerRanges(target: TargetState): Range[] {
  const ranges = rangesOf(target);
  return ranges.filter(
    (one) =>
      !["kubernetesApi", "objectStorage"].includes(one.kind) ||
      !ranges.some(({ kind, cidr }) => inside.includes(kind) && contains(cidr, one.cidr)),
  );
}

function contains(outer: string, inner: string): boolean {
  const [outerStart, outerEnd] = bounds(outer);
  const [innerStart, innerEnd] = bounds(inner);
  return outerStart <= innerStart && innerEnd <= outerEnd;
}

/** Returns whether two IPv4 ranges share an address. */
function intersects(left: string, right: string): boolean {
  const [leftStart, leftEnd] = bounds(left);
  const [rightStart, rightEnd] = bounds(right);
  return leftStart <= rightEnd && rightStart <= leftEnd;
}

function bounds(cidr: string): [number, number] {
  const [address = "", prefix = "32"] = cidr.split("/");
  const size = 2 ** (32 - Number(prefix));
  const value = address.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0);
  const start = Math.floor(value / size) * size;
  return [start, start + size - 1];
}
