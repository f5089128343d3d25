import type { AddonSource } from "./addons.ts";
import type { CustomResourceDefinition, DefinitionVersion } from "./read-definitions.ts";
import { withoutProse } from "./without-prose.ts";

/** The text of `artefacts/addons/<addon>/<version>.json`, with one version of a kind per line for readable diffs. */
export function addonArtefact(
  source: AddonSource,
  definitions: readonly CustomResourceDefinition[],
): string {
  const kinds = definitions
    .map((definition) => kindText(definition))
    .sort()
    .join(",\n");
  const head = {
    addon: source.addon,
    version: source.version,
    source:
      source.module === null
        ? "written by hand in tools/maintain/schemas/definitions"
        : `${source.module}@v${source.version}`,
  };
  return `${JSON.stringify(head).slice(0, -1)},"kinds":[\n${kinds}\n]}\n`;
}

function kindText(definition: CustomResourceDefinition): string {
  const { group, names, scope, versions } = definition.spec;
  const head = {
    group,
    kind: names.kind,
    plural: names.plural,
    namespaced: scope === "Namespaced",
  };
  return `${JSON.stringify(head).slice(0, -1)},"versions":[\n${versions.map(versionText).join(",\n")}\n]}`;
}

// A version that is not served gets no schema, because it cannot be used.
function versionText(version: DefinitionVersion): string {
  return JSON.stringify({
    name: version.name,
    served: version.served,
    storage: version.storage,
    ...(version.deprecated === true ? { deprecated: true } : {}),
    ...(version.deprecationWarning === undefined
      ? {}
      : { deprecationWarning: version.deprecationWarning }),
    ...(version.served ? { schema: withoutProse(version.schema?.openAPIV3Schema) } : {}),
  });
}
