/** The role of a file, determined by its path alone. */
export type FileKind =
  | "provider"
  | "target"
  | "infrastructure"
  | "prices"
  | "latency"
  | "application"
  | "engine"
  | "images"
  | "environment"
  | "waivers"
  | "system"
  | "master"
  | "worker"
  | "datasources"
  | "secrets"
  | "template"
  | "manifest"
  | "kubernetes-schema"
  | "addon-schema";

/** One loaded file: its kind, the names in its path, and its content. */
export interface EstateFile {
  readonly path: string;
  readonly kind: FileKind;
  /** Names taken from the path, such as `{ environment, system, target }`. */
  readonly names: Readonly<Record<string, string>>;
  /**
   * Parsed content with origins (see origin.ts); for CSV a list of rows; undefined for templates, manifests and
   * schemas.
   */
  readonly value?: unknown;
  /** Raw text of templates, vendored manifests and schemas. */
  readonly text?: string;
  /**
   * Set if its bytes or name (`file`) or its values (`content`) are invalid. Later steps look for more faults but build
   * nothing on it.
   */
  readonly unsound?: "file" | "content";
  /** Digest of its bytes, unless they could not be read. */
  readonly digest?: string;
}

/** The layer of a template. Rules expect different things of each layer. */
export type ManifestLayer = "application" | "platform" | "provider";

/** How often a template is rendered, and what its context holds besides the view. */
export type TemplateScope = "system" | "component" | "datasource" | "dns";

/** A Handlebars template or a vendored plain manifest, ready to render. */
export interface TemplateFile {
  readonly path: string;
  readonly layer: ManifestLayer;
  /** Its application or provider; empty for the platform. */
  readonly owner: string;
  readonly scope: TemplateScope;
  /** The component, for an application's `templates/<component>/...`. */
  readonly component?: string;
  /** Path inside its templates folder without `.hbs`: the name for `{{config "..."}}`. */
  readonly name: string;
  /** `manifest` is a stream of YAML documents; templates embed the others with `{{config}}`. */
  readonly language: "manifest" | "yaml" | "toml" | "json" | "properties" | "text";
  /** A vendored manifest is plain YAML: `{{` has no meaning there. */
  readonly vendored: boolean;
  readonly text: string;
}

/** A published schema file, kept as text until a target uses it. */
export interface SchemaFile {
  readonly path: string;
  /** `1.36` for Kubernetes, `<addon>/<version>` for an add-on. */
  readonly name: string;
  readonly text: string;
}
