import type { DesiredState } from "../../../model/estate/desired-state.ts";
import type { Vocabulary } from "../policy-input.ts";

// Lock-in surfaces are described in prose. Rules search for the annotation prefixes and API groups in it.
const domainName = /\b[a-z0-9-]+(?:\.[a-z0-9-]+)+\b/g;

/**
 * Lists the names that only some providers know (classes, regions) and the image repositories of the catalogue, sorted.
 */
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

/** Returns the regions and domains of targets outside the environment's residency, each with its continent. */
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
