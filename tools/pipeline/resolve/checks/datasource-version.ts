import type { Diagnostic } from "../../model/results/diagnostic.ts";
import type { Datasource } from "../../model/kinds/datasources.ts";
import { diagnose, placeIn, type Sourced } from "../diagnose.ts";
import type { EstateIndex } from "../estate-index.ts";

/**
 * A database whose declared version is not that of the image it would run, by the name of the engine in the catalogue. A tag that
 * begins with no number says nothing of a version.
 */
export function checkDatasourceVersion(
  { name, datasource, source }: { name: string; datasource: Datasource; source: Sourced },
  { images }: EstateIndex,
): Diagnostic[] {
  const { kind, version, via } = datasource.engine;
  const image = images?.value.images[kind];
  const [major] = /^[0-9]+(?![^.-])/.exec(image?.tag ?? "") ?? [];
  if (!images || !image || via !== "cloudnative-pg") return [];
  if (major === undefined || Number(major) === version) return [];
  return [
    diagnose(
      "datasource-version-differs",
      placeIn(source, ["datasources", name, "engine", "version"]),
      {
        args: { datasource: name, version, image: kind, tag: image.tag },
        related: [placeIn(images, ["images", kind, "tag"])],
      },
    ),
  ];
}
