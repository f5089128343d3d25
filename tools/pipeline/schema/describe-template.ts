import type { Named } from "../model/estate/desired-state.ts";
import type {
  EstateFile,
  ManifestLayer,
  TemplateFile,
  TemplateScope,
} from "../model/estate/estate-files.ts";
import type { Application } from "../model/kinds/application.ts";

/** The scopes that folders of platform and provider templates may name. */
export const scopeFolders: readonly string[] = [
  "system",
  "component",
  "datasource",
  "dns",
] satisfies TemplateScope[];

/** Derives layer, owner, scope, language and `{{config}}` name of a template from its path. */
export function describeTemplate(
  file: EstateFile,
  applications: readonly Named<Application>[],
): TemplateFile {
  const { path, text = "" } = file;
  const { layer, owner } = layerOf(file);
  const vendored = file.kind === "manifest";
  const root = vendored ? "/manifests/" : "/templates/";
  const inside = path.slice(path.indexOf(root) + root.length);
  const name = inside.replace(/\.hbs$/, "");
  const [folder = ""] = inside.includes("/") ? inside.split("/") : [];
  const place = placeOfFolder(folder, {
    layer,
    application: applications.find((one) => one.name === owner),
  });
  return {
    path,
    layer,
    owner,
    ...(vendored ? { scope: "system" } : place),
    name,
    language: vendored ? "manifest" : languageOf(name),
    vendored,
    text,
  };
}

/** Reports whether the file prints Kubernetes objects itself, unlike a config file that another template embeds. */
function languageOf(name: string): TemplateFile["language"] {
  if (name.endsWith(".config.yaml")) return "yaml";
  const extension = /\.(yaml|toml|json|properties)$/.exec(name)?.[1];
  if (extension === "yaml") return "manifest";
  return (extension ?? "text") as TemplateFile["language"];
}

function layerOf({ path, names }: EstateFile): { layer: ManifestLayer; owner: string } {
  if (path.startsWith("clouds/")) return { layer: "provider", owner: names["provider"] ?? "" };
  if (path.startsWith("artefacts/platform/")) return { layer: "platform", owner: "" };
  return { layer: "application", owner: names["application"] ?? "" };
}

function placeOfFolder(
  folder: string,
  { layer, application }: { layer: ManifestLayer; application: Named<Application> | undefined },
): { scope: TemplateScope; component?: string } {
  if (layer === "application") {
    const isComponent = application && Object.hasOwn(application.value.components, folder);
    return isComponent ? { scope: "component", component: folder } : { scope: "system" };
  }
  return { scope: scopeFolders.includes(folder) ? (folder as TemplateScope) : "system" };
}
