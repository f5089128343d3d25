import type { Rename } from "../../model/comparison/comparison.ts";
import type { KeptPart } from "./count-kept.ts";
import { systemKey, type PlacedName, type Renames } from "./renames.ts";

/** Lists each renamed thing once, with the effect on its running objects: environments first, then systems. */
export function listRenames(renames: Renames, parts: readonly KeptPart[]): readonly Rename[] {
  const { environments, systems, targets, applications } = renames;
  const alone = [...systems.values()].filter(
    ({ base, head }) =>
      environments.get(base.environment) !== head.environment || base.system !== head.system,
  );
  return [
    ...sorted(environments).map(([base, head]) =>
      toRename({ kind: "environment", base, head }, (part) => part.environment === head, parts),
    ),
    ...alone.map(({ base, head }) =>
      toRename(
        namesOf(base, head),
        (part) => part.environment === head.environment && part.system === head.system,
        parts,
      ),
    ),
    ...sorted(targets).map(([base, head]) =>
      toRename({ kind: "target", base, head }, (part) => part.target === head, parts),
    ),
    ...sorted(applications).map(([base, head]) =>
      toRename({ kind: "application", base, head }, () => false, parts),
    ),
  ];
}

function namesOf(base: PlacedName, head: PlacedName): Pick<Rename, "kind" | "base" | "head"> {
  const [was, is] = [base, head].map(({ environment, system }) => systemKey(environment, system));
  return was === is || was === undefined || is === undefined
    ? { kind: "namespace", base: base.namespace, head: head.namespace }
    : { kind: "system", base: was, head: is };
}

function toRename(
  names: Pick<Rename, "kind" | "base" | "head">,
  concerns: (part: KeptPart) => boolean,
  parts: readonly KeptPart[],
): Rename {
  const own = parts.filter(concerns);
  const sum = (key: "kept" | "pruned") => own.reduce((total, part) => total + part[key], 0);
  const holding = own.filter(({ kept }) => kept > 0);
  return {
    ...names,
    kept: sum("kept"),
    pruned: sum("pruned"),
    data: [...new Set(own.flatMap(({ data }) => data))].sort(),
    targets: [...new Set(holding.map(({ target }) => target))].sort(),
  };
}

function sorted(names: ReadonlyMap<string, string>): [string, string][] {
  return [...names].sort(([left], [right]) => (left < right ? -1 : 1));
}
