import type { FileKind } from "../model/estate/estate-files.ts";

/** A kind of file and where it stands: `{name}` is one path segment (or its first part), `**` any rest. */
export interface FilePattern {
  readonly kind: FileKind;
  readonly pattern: string;
}

/** Where each file of the estate stands. The first pattern that fits a path decides. */
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

/** Files that may stand in the estate and say nothing about the desired state. */
export const ignoredFiles: readonly RegExp[] = [
  /(^|\/)(README\.md|CODEOWNERS|\.gitkeep|\.DS_Store|Thumbs\.db)$/,
  /^environments\/(.+\/)?CHANGELOG\.md$/,
  /^environments\/([^/]+\/)?package\.json$/,
  // Empty: Changesets takes the folder for a root of its own by it.
  /^environments\/package-lock\.json$/,
  /^environments\/\.changeset\//,
  // The rules have a reader of their own.
  /^policies\//,
];
