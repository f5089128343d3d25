import type { ChangeClass, Comparison } from "@altostrata/pipeline";

/** The parts of a version, smallest first. */
export const bumps = ["patch", "minor", "major"] as const;

export type Bump = (typeof bumps)[number];

/** Classes that lose data or an object. */
const oneWay: ReadonlySet<ChangeClass> = new Set(["data-loss", "recreation"]);
const still: ReadonlySet<ChangeClass> = new Set(["configuration", "cosmetic"]);

/**
 * The version bump of each changed environment, sorted by name: `major` when data or objects are lost or a revert does not restore them,
 * `minor` when running objects change, `patch` otherwise.
 */
export function bumpsOf({ targets, changes, topology }: Comparison): ReadonlyMap<string, Bump> {
  const names = [...new Set(targets.map(({ environment }) => environment))].sort();
  return new Map(
    names.map((name) => {
      const own = changes.filter(({ places }) =>
        places.some(({ environment }) => environment === name),
      );
      const classes = own.flatMap((change) => change.classes);
      const ends = own.some(({ reversibility }) => reversibility === "one-way");
      if (ends || classes.some((one) => oneWay.has(one))) return [name, "major"];
      const moves = topology.some(({ environment }) => environment === name);
      const runs = classes.some((one) => !still.has(one));
      return [name, moves || runs ? "minor" : "patch"];
    }),
  );
}

/** Changed environments that serve or served production and still exist after the change. */
export function productionOf({ targets, graphs, topology }: Comparison): ReadonlySet<string> {
  const stays = (name: string): boolean =>
    graphs.some(({ head }) => head?.environment === name) ||
    targets.some(({ environment, presence }) => environment === name && presence !== "removed");
  const served = topology.filter(
    ({ what, base }) => what === "tier-changed" && base === "production",
  );
  const serving = targets.filter(({ tier }) => tier === "production");
  return new Set([...serving, ...served].map(({ environment }) => environment).filter(stays));
}
