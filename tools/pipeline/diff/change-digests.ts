import type { Comparison } from "../model/comparison/comparison.ts";

/** What a change does, by the name of each thing: a digest that is another one when the effect is. */
export type ChangeDigests = Readonly<Record<string, string>>;

/** What a comparison does to each object, whatever commits it is between: two comparisons that do the same have equal effects. */
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

/** Things on which two effects differ, sorted: another change, or one that only one of them has. */
export function differingDigests(approved: ChangeDigests, now: ChangeDigests): readonly string[] {
  const names = [...new Set([...Object.keys(approved), ...Object.keys(now)])].sort();
  return names.filter((name) => approved[name] !== now[name]);
}
