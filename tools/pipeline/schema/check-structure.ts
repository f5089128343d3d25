import { closestWord } from "../model/values/closest-word.ts";
import type { DesiredState } from "../model/estate/desired-state.ts";
import type { Diagnostic } from "../model/results/diagnostic.ts";
import type { EstateFile, FileKind, TemplateFile } from "../model/estate/estate-files.ts";
import { startOf } from "../model/origins/place.ts";
import { scopeFolders } from "./describe-template.ts";

/** The required main file of a folder, per kind of file in such a folder. */
const mainFiles: Partial<Record<FileKind, string>> = {
  infrastructure: "clouds/{provider}/targets/{target}.yaml",
  manifest: "artefacts/applications/{application}/application.yaml",
  waivers: "environments/{environment}/environment.yaml",
  system: "environments/{environment}/environment.yaml",
  master: "environments/{environment}/{system}/system.yaml",
  worker: "environments/{environment}/{system}/system.yaml",
  datasources: "environments/{environment}/{system}/system.yaml",
  secrets: "environments/{environment}/{system}/system.yaml",
};

/**
 * Returns the unusable files: their folder's main file is missing, or their folder names no component and no scope.
 */
export function checkStructure(
  files: readonly EstateFile[],
  state: DesiredState,
): readonly Diagnostic[] {
  return [
    ...missingMainFiles(files),
    ...state.templates.flatMap((template) => checkFolder(template, state)),
  ];
}

function missingMainFiles(files: readonly EstateFile[]): Diagnostic[] {
  const paths = new Set(files.map((file) => file.path));
  const missing = new Map<string, Diagnostic>();
  for (const { path, kind, names } of files) {
    const mainFile = mainFileOf(path, kind)?.replaceAll(
      /\{([a-z]+)\}/g,
      (_, name: string) => names[name] ?? "",
    );
    if (mainFile === undefined || paths.has(mainFile) || missing.has(mainFile)) continue;
    missing.set(mainFile, { code: "file-missing", at: startOf(path), args: { file: mainFile } });
  }
  return [...missing.values()];
}

function mainFileOf(path: string, kind: FileKind): string | undefined {
  if (kind !== "template") return mainFiles[kind];
  return path.startsWith("artefacts/applications/") ? mainFiles.manifest : undefined;
}

function checkFolder(template: TemplateFile, state: DesiredState): Diagnostic[] {
  if (template.language !== "manifest" || template.vendored) return [];
  const folder = template.name.includes("/") ? template.name.split("/")[0]! : "";
  const known = knownFolders(template, state);
  if (known === undefined || known.includes(folder)) return [];
  const what = template.layer === "application" ? "component" : "scope";
  const suggestion = closestWord(folder, known);
  const args = { what, name: folder, known, ...(suggestion ? { suggestion } : {}) };
  return [{ code: "reference-unknown", at: startOf(template.path), args }];
}

function knownFolders(template: TemplateFile, state: DesiredState): readonly string[] | undefined {
  if (template.layer !== "application") return scopeFolders;
  const application = state.applications.find(({ name }) => name === template.owner);
  return application && ["", ...Object.keys(application.value.components).sort()];
}
