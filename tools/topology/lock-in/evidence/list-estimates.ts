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
          "exposure: running both sides at once while moving is not counted",
          `exposure: person-days, day rate, bandwidth and likelihood are estimates of the providers' files, of ${[...dates].sort()[0]} or later`,
        ]
      : []),
    ...(assumed.length > 0
      ? [`exposure: the effort of ${assumed.join(", ")} is that of the tier`]
      : []),
    ...(unpriced.length > 0
      ? [
          `exposure: ${unpriced.join(", ")} has no figures of leaving, so its bindings count in days only`,
        ]
      : []),
    ...(stores.length > 0
      ? [
          "data exit: sizes are those of the declared volumes, which hold less; other volumes are not counted",
        ]
      : []),
    ...egress
      .filter((kind) => kind !== "list")
      .map(
        (kind) =>
          `data exit: some prices of the way out are ${kind === "none" ? "unknown and count as nothing" : kind}`,
      ),
    ...planes
      .filter((kind) => kind !== "list")
      .map(
        (kind) =>
          `options: some prices of control planes are ${kind === "none" ? "unknown" : kind}`,
      ),
  ];
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}
