import type { DesiredState, EnvironmentState } from "../../model/estate/desired-state.ts";
import { capacityOf } from "./facts/capacity-of.ts";
import { egressPrices } from "./facts/egress-prices.ts";
import type { EnvironmentInput } from "./policy-input.ts";
import { roundTrips } from "./facts/round-trips.ts";
import { setDefaultOrigins, withOrigins } from "./with-origins.ts";

export type DeclaredFacts = Pick<
  EnvironmentInput,
  "targets" | "providers" | "applications" | "latency"
>;

/** Returns the facts that every environment can rely on, by name. Every declared value keeps its place. */
export function declaredFacts(desiredState: DesiredState): DeclaredFacts {
  return {
    targets: byName(desiredState.targets, ({ provider, value, infrastructure }) => ({
      provider,
      ...capacityOf(value.nodes),
      ...(infrastructure ? { infrastructure: infrastructure.value } : {}),
    })),
    providers: byName(desiredState.providers, ({ name }) => ({
      egress: egressPrices(desiredState, name),
    })),
    applications: byName(desiredState.applications, () => ({})),
    latency: roundTrips(desiredState.latency?.value ?? []),
  };
}

/** Whether all targets of a system are rendered. Otherwise rules must not report a missing part. */
export type IsComplete = (environment: string, system: string) => boolean;

/**
 * Returns the declarations of environments, with only the completely rendered systems. Every declared value keeps its
 * place.
 */
export function declaredEnvironments(
  environments: readonly EnvironmentState[],
  isComplete: IsComplete,
): EnvironmentInput["environments"] {
  return byName(environments, (environment) => ({
    systems: byName(
      environment.systems.filter(({ name }) => isComplete(environment.name, name)),
      (system) => ({
        datasources: system.datasources?.value.datasources ?? {},
        masterComponents: system.master?.value.components ?? {},
      }),
    ),
    waivers: environment.waivers?.value.waivers ?? [],
  }));
}

interface Entry {
  readonly name: string;
  readonly file: string;
  readonly value: object;
}

function byName<Item extends Entry>(
  items: readonly Item[],
  extra: (item: Item) => object,
): Record<string, unknown> {
  const files = new Map(items.map(({ name, file }) => [name, file]));
  const entries = items.map((item): [string, unknown] => [
    item.name,
    withOrigins(item.value, { extra: { name: item.name, ...extra(item) }, file: item.file }),
  ]);
  return setDefaultOrigins(Object.fromEntries(entries), (name) => files.get(name) ?? "");
}
