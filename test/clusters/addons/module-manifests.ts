import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import type { ManifestObject } from "@altostrata/maintain/servers/apply-manifest.ts";
import { goModuleFolder } from "@altostrata/maintain/programs/go-command.ts";
import type { GoRecipe } from "@altostrata/maintain/programs/go-recipes.ts";

/** Reads the objects in a YAML file of a published module, or in all files of a folder, after replacing texts. */
export function moduleManifests(
  { module, version }: Pick<GoRecipe, "module" | "version">,
  path: string,
  replacements: Readonly<Record<string, string>> = {},
): ManifestObject[] {
  const work = mkdtempSync(join(tmpdir(), "altostrata-module-"));
  try {
    const place = join(goModuleFolder(module, version, work), path);
    return filesAt(place)
      .flatMap((file) => parseAllDocuments(replaceAll(readFileSync(file, "utf8"), replacements)))
      .map((document) => document.toJS() as ManifestObject | null)
      .filter((object) => object?.["kind"] !== undefined && object["kind"] !== "Kustomization")
      .map((object) => object ?? {});
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function filesAt(place: string): string[] {
  if (statSync(place).isFile()) return [place];
  return readdirSync(place)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => join(place, name));
}

function replaceAll(text: string, replacements: Readonly<Record<string, string>>): string {
  return Object.entries(replacements).reduce(
    (changed, [from, to]) => changed.replaceAll(from, to),
    text,
  );
}
