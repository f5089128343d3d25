import type { ChangeClass, Comparison } from "@altostrata/pipeline";

/** How much an environment's version grows, least first. */
export const bumps = ["patch", "minor", "major"] as const;

export type Bump = (typeof bumps)[number];

/** Classes after which data or an object is gone. */
const oneWay: ReadonlySet<ChangeClass> = new Set(["data-loss", "recreation"]);
const still: ReadonlySet<ChangeClass> = new Set(["configuration", "cosmetic"]);

/**
 * For each environment that a change touches how much its version grows: `major` where data or objects go, or reverting does not
 * bring back what was; `minor` where what runs changes; `patch` for configuration and looks. Sorted by name.
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

/** Environments that a change touches, that serve or served production, and that are still there after it. */
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
