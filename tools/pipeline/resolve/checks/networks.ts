import type { Diagnostic } from "../../model/diagnostic.ts";
import { comparePlaces } from "../../model/place.ts";
import { diagnose, placeIn } from "../diagnose.ts";
import type { Member, Topology } from "../topology.ts";

const kinds = ["pods", "services", "nodes", "egress", "ingress"] as const;

/** Ranges of two targets of one system that overlap: packets could not find their way, and rules would let the wrong side in. */
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
  return rangesOf(left).flatMap((one) =>
    rangesOf(right)
      .filter((other) => intersects(one.cidr, other.cidr))
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

function rangesOf({ target }: Member) {
  return kinds.flatMap((kind) => {
    const said = target.value.networks[kind];
    const cidrs = typeof said === "string" ? [said] : said;
    return cidrs.map((cidr, index) => ({
      cidr,
      target: target.name,
      place: placeIn(
        target,
        typeof said === "string" ? ["networks", kind] : ["networks", kind, index],
      ),
    }));
  });
}

/** Whether two IPv4 ranges share an address. */
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
