import type { FileKind } from "../model/estate/estate-files.ts";

/** A kind of file and its location: `{name}` is one path segment (or its first part), `**` any number of segments. */
export interface FilePattern {
  readonly kind: FileKind;
  readonly pattern: string;
}

/** The locations of estate files. The first pattern that matches a path applies. */
export const filePatterns: readonly FilePattern[] = [
  { kind: "provider", pattern: "clouds/{provider}/provider.yaml" },
  { kind: "target", pattern: "clouds/{provider}/targets/{target}.yaml" },
  { kind: "infrastructure", pattern: "clouds/{provider}/targets/{target}.outputs.json" },
  { kind: "prices", pattern: "clouds/{provider}/prices.csv" },
  { kind: "latency", pattern: "clouds/latency.csv" },
  { kind: "template", pattern: "clouds/{provider}/templates/**.hbs" },
  { kind: "application", pattern: "artefacts/applications/{application}/application.yaml" },
  { kind: "template", pattern: "artefacts/applications/{application}/templates/**.hbs" },
  { kind: "manifest", pattern: "artefacts/applications/{application}/manifests/**.yaml" },
  { kind: "template", pattern: "artefacts/platform/templates/**.hbs" },
  { kind: "engine", pattern: "artefacts/platform/engines/{engine}/engine.yaml" },
  { kind: "images", pattern: "artefacts/images.yaml" },
  { kind: "kubernetes-schema", pattern: "artefacts/kubernetes/{minor}.json" },
  { kind: "addon-schema", pattern: "artefacts/addons/{addon}/{version}.json" },
  { kind: "environment", pattern: "environments/{environment}/environment.yaml" },
  { kind: "waivers", pattern: "environments/{environment}/waivers.yaml" },
  { kind: "system", pattern: "environments/{environment}/{system}/system.yaml" },
  { kind: "master", pattern: "environments/{environment}/{system}/master.yaml" },
  { kind: "worker", pattern: "environments/{environment}/{system}/workers/{target}.yaml" },
  { kind: "datasources", pattern: "environments/{environment}/{system}/datasources.yaml" },
  { kind: "secrets", pattern: "environments/{environment}/{system}/secrets.yaml" },
];

/** Files that may exist in the estate but are not part of the desired state. */
export const ignoredFiles: readonly RegExp[] = [
  /(^|\/)(README\.md|CODEOWNERS|\.gitkeep|\.DS_Store|Thumbs\.db)$/,
  /^environments\/(.+\/)?CHANGELOG\.md$/,
  /^environments\/([^/]+\/)?package\.json$/,
  // Empty: it makes Changesets treat the folder as a root of its own.
  /^environments\/package-lock\.json$/,
  /^environments\/\.changeset\//,
  // The policy step reads the rules itself.
  /^policies\//,
];
