import type { DesiredState } from "../model/desired-state.ts";
import type { Vocabulary } from "./policy-input.ts";

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
    // Short names of own data centres ("lab") would match ordinary words.
    regions: sorted(desiredState.targets.map((target) => target.value.region)).filter((region) =>
      /[a-z].*[0-9]|-.*-/.test(region),
    ),
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

function sorted(names: readonly (string | undefined)[]): string[] {
  return [...new Set(names.filter((name) => name !== undefined))].sort();
}
