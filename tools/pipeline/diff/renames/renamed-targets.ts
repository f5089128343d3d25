import type { TargetState } from "../../model/estate/desired-state.ts";
import { canonicalText } from "../values/canonical-text.ts";

/**
 * Pairs removed and added targets that are the same cluster: same provider, region, networks and infrastructure
 * outputs. Without outputs this is unknown, and a replaced cluster has none of the old data.
 */
export function renamedTargets(
  base: readonly TargetState[],
  head: readonly TargetState[],
): ReadonlyMap<string, string> {
  const [before, after] = [base, head].map((list) => new Set(list.map(({ name }) => name)));
  const come = head.filter(({ name }) => !before?.has(name));
  return new Map(
    base
      .filter(({ name }) => !after?.has(name))
      .flatMap((was): [string, string][] => {
        const same = come.filter((is) => isSameCluster(was, is));
        const [only] = same;
        return only && same.length === 1 ? [[was.name, only.name]] : [];
      }),
  );
}

function isSameCluster(was: TargetState, is: TargetState): boolean {
  return was.infrastructure !== undefined && factsOf(was) === factsOf(is);
}

function factsOf({ provider, value, infrastructure }: TargetState): string {
  return canonicalText([provider, value.region, value.networks, infrastructure?.value]);
}
