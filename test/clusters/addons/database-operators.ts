import type { ManifestObject } from "@altostrata/maintain/servers/apply-manifest.ts";
import { barmanPluginRecipe, cloudnativePgRecipe } from "../machine/addon-recipes.ts";
import { moduleManifests } from "./module-manifests.ts";

export interface DatabaseImages {
  readonly operator: string;
  readonly plugin: string;
}

const registry = "ghcr.io/cloudnative-pg";

/** CloudNativePG and its Barman plugin as published, but with these images. */
export function databaseOperators({ operator, plugin }: DatabaseImages): ManifestObject[] {
  const version = cloudnativePgRecipe.version.slice(1);
  const objects = [
    ...moduleManifests(cloudnativePgRecipe, `releases/cnpg-${version}.yaml`, {
      [`${registry}/cloudnative-pg:${version}`]: operator,
    }),
    ...moduleManifests(barmanPluginRecipe, "manifest.yaml", {
      [`${registry}/plugin-barman-cloud-testing:main`]: plugin,
    }),
  ];
  return objects.map((object) => withSidecar(object, plugin));
}

// The image beside each database is the value of a secret.
function withSidecar(object: ManifestObject, image: string): ManifestObject {
  const { data } = object as { readonly data?: { readonly SIDECAR_IMAGE?: string } };
  if (data?.SIDECAR_IMAGE === undefined) return object;
  return { ...object, data: { SIDECAR_IMAGE: Buffer.from(image).toString("base64") } };
}
