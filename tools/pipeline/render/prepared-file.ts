import type { Diagnostic } from "../model/results/diagnostic.ts";
import type { ManifestLayer, TemplateFile } from "../model/estate/estate-files.ts";
import { linePlaces } from "../model/origins/line-places.ts";
import { prepareTemplate } from "./language/prepare-template.ts";
import type { PreparedTemplate } from "./language/prepared-template.ts";
import { skeletonReader } from "./tree/read-skeleton.ts";
import type { Skeleton } from "./tree/skeleton.ts";

/** A prepared template file. */
export interface PreparedFile {
  readonly file: TemplateFile;
  readonly template: PreparedTemplate;
  readonly skeletonOf: (trace: string) => Skeleton;
}

/** All templates of an estate, prepared once. */
export interface Library {
  /** Templates that print manifests, sorted by path. */
  readonly manifests: readonly PreparedFile[];
  /** Config templates by layer, owner and name. */
  readonly configs: ReadonlyMap<string, ReadonlyMap<string, PreparedFile>>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Parses and checks every template that is not vendored; broken ones are reported and skipped. */
export function prepareLibrary(templates: readonly TemplateFile[]): Library {
  const manifests: PreparedFile[] = [];
  const configs = new Map<string, Map<string, PreparedFile>>();
  const diagnostics: Diagnostic[] = [];
  const inOrder = templates.toSorted((left, right) => (left.path < right.path ? -1 : 1));
  for (const file of inOrder) {
    if (file.vendored) continue;
    const { path, text } = file;
    const prepared = prepareTemplate({ file: path, text, placeOf: linePlaces(text, path) });
    diagnostics.push(...prepared.diagnostics);
    if (!prepared.template) continue;
    const { template } = prepared;
    const ready = { file, template, skeletonOf: skeletonReader(template, file.language) };
    if (file.language === "manifest") manifests.push(ready);
    else configsOf(configs, file).set(file.name, ready);
  }
  const unread = new Set(diagnostics.map(({ at }) => at.file));
  diagnostics.push(
    ...unusedConfigs(
      { manifests, configs },
      templates.filter(({ path }) => unread.has(path)),
    ),
  );
  return { manifests, configs, diagnostics };
}

/** Reports config templates that no template of their owner embeds, unless some templates could not be read. */
function unusedConfigs(
  { manifests, configs }: Pick<Library, "manifests" | "configs">,
  unread: readonly TemplateFile[],
): Diagnostic[] {
  return [...configs].flatMap(([owner, ofOwner]) => {
    if (unread.some((file) => ownerKey(file) === owner)) return [];
    const all = [...manifests.filter(({ file }) => ownerKey(file) === owner), ...ofOwner.values()];
    if (all.some(({ template }) => template.embeds === "any")) return [];
    const used = new Set(all.flatMap(({ template }) => template.embeds));
    return [...ofOwner.values()]
      .filter(({ file }) => !used.has(file.name))
      .map(({ file }) => ({
        code: "template-config-unused",
        args: { name: file.name },
        at: { file: file.path, line: 1, column: 1 },
      }));
  });
}

function configsOf(
  configs: Map<string, Map<string, PreparedFile>>,
  file: TemplateFile,
): Map<string, PreparedFile> {
  const key = ownerKey(file);
  const known = configs.get(key) ?? new Map<string, PreparedFile>();
  configs.set(key, known);
  return known;
}

/** Returns a key for templates that may embed each other. */
export function ownerKey({ layer, owner }: { layer: ManifestLayer; owner: string }): string {
  return `${layer}/${owner}`;
}
