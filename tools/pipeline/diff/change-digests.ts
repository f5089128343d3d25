import type { Comparison } from "../model/comparison/comparison.ts";

/** Digests of a change by object. Equal changes have equal digests. */
export type ChangeDigests = Readonly<Record<string, string>>;

/** Computes the digest of a comparison's change to each object. The digests do not depend on the commits compared. */
export function changeDigests({ changes }: Pick<Comparison, "changes">): ChangeDigests {
  return Object.fromEntries(
    changes.flatMap(({ object, system = "", digest, places }) => {
      const { group, kind, namespace, name } = object;
      return places.map(({ environment, target }): [string, string] => [
        [environment, target, system, namespace, group, kind, name].join("/"),
        digest,
      ]);
    }),
  );
}

/** Lists the names with different digests, sorted: changed differently, or changed on one side only. */
export function differingDigests(approved: ChangeDigests, now: ChangeDigests): readonly string[] {
  const names = [...new Set([...Object.keys(approved), ...Object.keys(now)])].sort();
  return names.filter((name) => approved[name] !== now[name]);
}
