import type { DesiredState } from "../../../model/estate/desired-state.ts";
import type { Vocabulary } from "../policy-input.ts";

// A surface of lock-in is told in words; annotation prefixes and API groups in them are what rules can look for.
const domainName = /\b[a-z0-9-]+(?:\.[a-z0-9-]+)+\b/g;

/** Names that only some providers know (classes, regions) and the image repositories of the catalogue, all sorted. */
export function vocabularyOf(desiredState: DesiredState): Vocabulary {
  const capabilities = desiredState.providers.map((provider) => provider.value.capabilities);
  return {
    storageClasses: sorted(
      capabilities.flatMap((offered) => [
        offered["block-storage"]?.class,
        offered["shared-storage"]?.class,
      ]),
    ),
    gatewayClasses: sorted(capabilities.map((offered) => offered.gateway?.class)),
    regions: sorted(desiredState.targets.map((target) => target.value.region)).filter(isTelling),
    surfaces: sorted(
      desiredState.providers.flatMap(({ value }) =>
        value.lockIn.flatMap(({ surface }) => surface.match(domainName) ?? []),
      ),
    ),
    images: sorted(
      Object.values(desiredState.images?.value.images ?? {}).map((image) => image.repository),
    ),
  };
}

/** Regions and domains of targets on continents where an environment's data must not be, each with its continent. */
export function outsideResidency(
  { environments, targets }: DesiredState,
  environment: string,
): Readonly<Record<string, string>> {
  const allowed: readonly string[] | undefined = environments.find(
    ({ name }) => name === environment,
  )?.value.residency;
  if (!allowed) return {};
  return Object.fromEntries(
    targets
      .filter(({ value }) => !allowed.includes(value.continent))
      .flatMap(({ value: { region, domain, continent } }) =>
        [...(isTelling(region) ? [region] : []), domain].map((name) => [name, continent]),
      ),
  );
}

/** Short names of own data centres ("lab") would match ordinary words. */
function isTelling(region: string): boolean {
  return /[a-z].*[0-9]|-.*-/.test(region);
}

function sorted(names: readonly (string | undefined)[]): string[] {
  return [...new Set(names.filter((name) => name !== undefined))].sort();
}
