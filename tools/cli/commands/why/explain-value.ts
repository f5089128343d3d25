import {
  closestWord,
  dottedPath,
  objectName,
  valueAt,
  type Manifest,
  type RunRequest,
} from "@altostrata/pipeline";
import type { Explained } from "@altostrata/report";
import { CannotRunError } from "../../failures/cannot-run-error.ts";
import { nearestPath } from "./nearest-path.ts";
import { runEstate } from "../../run/run-estate.ts";

interface Asked {
  /** `environment/target`. */
  readonly where: string;
  readonly object: string;
  readonly path: string;
}

/** Finds one value of one object and its source. Throws CannotRunError with the nearest existing path. */
export async function explainValue(
  run: { estate: string; asOf: string },
  { where, object, path }: Asked,
): Promise<Explained> {
  const [environment = "", target = "", more] = where.split("/");
  if (target === "" || more !== undefined) {
    throw new CannotRunError(
      `${where} is not a valid place. Use ENVIRONMENT/TARGET, such as production/aws-frankfurt.`,
    );
  }
  const manifests: Manifest[] = [];
  const onRendered: RunRequest["onRendered"] = (targets) =>
    manifests.push(...targets.flatMap((rendered) => rendered.manifests));
  await runEstate({ ...run, environment, target, onRendered });
  const manifest = findManifest(manifests, { where, object });
  const found = dottedPath(manifest.object, path);
  if (!found) throw new CannotRunError(pathMessage(manifest, { object, path }));
  return {
    environment,
    target,
    object: objectName(manifest.id),
    path,
    value: valueAt(manifest.object, found),
    source: manifest.sourceAt(found),
  };
}

function findManifest(
  manifests: readonly Manifest[],
  { where, object }: { where: string; object: string },
): Manifest {
  const found = manifests.find((manifest) => objectName(manifest.id) === object);
  if (found) return found;
  const names = manifests.map((manifest) => objectName(manifest.id));
  const last = object.split("/").at(-1) ?? "";
  const alike = closestWord(object, names) ?? names.find((name) => name.endsWith(`/${last}`));
  const suggestion = alike === undefined ? "" : ` Did you mean ${alike}?`;
  throw new CannotRunError(
    `There is no ${object} on ${where}.${suggestion}`,
    "alto list manifests shows all objects.",
  );
}

function pathMessage(
  manifest: Manifest,
  { object, path }: { object: string; path: string },
): string {
  const nearest = nearestPath(manifest.object, path);
  const place = nearest.path === "" ? object : `${object} at ${nearest.path}`;
  const keys =
    nearest.keys.length === 0 ? "It has no keys." : `Its keys: ${nearest.keys.join(", ")}.`;
  return `${object} has no value at ${path}. The nearest existing path is ${place}. ${keys}`;
}
