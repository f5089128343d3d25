import { own } from "@altostrata/pipeline";
import type { LockInFacts } from "../lock-in-facts.ts";

/** Describes which figures of a score are estimates and not measured or published. */
export function listEstimates({
  bindings,
  stores,
  providers,
  options,
  components,
}: LockInFacts): readonly string[] {
  const assumed = unique(bindings.filter((one) => one.assumed).map((one) => one.surface));
  const unpriced = unique(
    bindings.filter((one) => !own(providers, one.provider)).map((one) => one.provider),
  );
  const egress = unique(stores.map(({ price }) => price?.kind ?? "none"));
  const planes = unique(options.targets.map(({ kind = "none" }) => kind));
  const inUse = unique([
    ...bindings.map(({ provider }) => provider),
    ...components.flatMap(({ cpus }) => Object.keys(cpus)),
  ]);
  const dates = inUse.flatMap((name) => own(providers, name)?.date ?? []);
  return [
    ...(dates.length > 0
      ? [
          "exposure: the cost of running both sides during a move is not included",
          `exposure: person-days, day rate, bandwidth and likelihood are estimates from the providers' files, dated ${[...dates].sort()[0]} or later`,
        ]
      : []),
    ...(assumed.length > 0
      ? [`exposure: the effort of ${assumed.join(", ")} is the default of its tier`]
      : []),
    ...(unpriced.length > 0
      ? [`exposure: ${unpriced.join(", ")} has no exit costs, so its bindings count in days only`]
      : []),
    ...(stores.length > 0
      ? [
          "data exit: sizes are declared volume sizes, which are upper bounds; other volumes are not included",
        ]
      : []),
    ...egress
      .filter((kind) => kind !== "list")
      .map(
        (kind) =>
          `data exit: some egress prices are ${kind === "none" ? "unknown and count as zero" : kind}`,
      ),
    ...planes
      .filter((kind) => kind !== "list")
      .map(
        (kind) => `options: some control plane prices are ${kind === "none" ? "unknown" : kind}`,
      ),
  ];
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}
