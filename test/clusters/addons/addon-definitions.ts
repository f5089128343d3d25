import { addonSources } from "@altostrata/maintain/schemas/addons.ts";
import type { ManifestObject } from "@altostrata/maintain/servers/apply-manifest.ts";
import { readDefinitions } from "@altostrata/maintain/schemas/read-definitions.ts";
import { externalSecretsRecipe } from "../machine/addon-recipes.ts";
import { moduleManifests } from "./module-manifests.ts";

/** Add-ons whose objects are stored here although nothing acts on them yet. */
const addonsWithoutController = ["external-dns", "gateway-api"];

/** The kinds that add-ons bring, as published; those of CloudNativePG come with its operator. */
export function addonDefinitions(): ManifestObject[] {
  const described = addonSources
    .filter(({ addon }) => ["cert-manager", ...addonsWithoutController].includes(addon))
    .flatMap((source) => readDefinitions(source))
    .map((definition) => ({ ...definition }));
  return [...described, ...moduleManifests(externalSecretsRecipe, "config/crds/bases")];
}
