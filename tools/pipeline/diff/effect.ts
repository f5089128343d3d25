import type { Comparison } from "../model/comparison.ts";

/** What a change does to each object: a digest of its change by environment, target, system and object. */
export type Effect = Readonly<Record<string, string>>;

/** The effect of a comparison, whatever commits it is between: two comparisons that do the same have equal effects. */
export function effectOf({ changes }: Pick<Comparison, "changes">): Effect {
  return Object.fromEntries(
    changes.flatMap(({ object, system = "", digest, places }) =>
      places.map(({ environment, target }): [string, string] => [
        [environment, target, system, object.group, object.kind, object.name].join("/"),
        digest,
      ]),
    ),
  );
}

/** Objects on which two effects differ, sorted: another change, or one that only one of them has. */
export function differingObjects(approved: Effect, now: Effect): readonly string[] {
  const names = [...new Set([...Object.keys(approved), ...Object.keys(now)])].sort();
  return names.filter((name) => approved[name] !== now[name]);
}
