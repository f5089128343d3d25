import type { Diagnostic } from "../../model/results/diagnostic.ts";
import type { Datasource } from "../../model/kinds/datasources.ts";
import { diagnose, placeIn, type Sourced } from "../diagnose.ts";
import type { EstateIndex } from "../estate-index.ts";

/**
 * Reports a declared version that differs from the image that an operator would run. The catalogue lists that image under the
 * engine's name. A tag that does not begin with a number has no version.
 */
export function checkDatasourceVersion(
  { name, datasource, source }: { name: string; datasource: Datasource; source: Sourced },
  { images, engines }: EstateIndex,
): Diagnostic[] {
  const { kind, version, via } = datasource.engine;
  const image = images?.value.images[kind];
  const [major] = /^[0-9]+(?![^.-])/.exec(image?.tag ?? "") ?? [];
  if (!images || !image || engines.get(via)?.value.operatorNamespace === undefined) return [];
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
