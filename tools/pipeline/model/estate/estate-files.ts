/** What a file of the estate is, told by its path alone. */
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

/** One loaded file: what it is, the names its path gives, and its content. */
export interface EstateFile {
  readonly path: string;
  readonly kind: FileKind;
  /** Names taken from the path, such as `{ environment, system, target }`. */
  readonly names: Readonly<Record<string, string>>;
  /** Parsed content with origins (see origin.ts); for CSV a list of rows; undefined for templates, manifests and schemas. */
  readonly value?: unknown;
  /** Raw text of templates, vendored manifests and schemas. */
  readonly text?: string;
  /**
   * Something is wrong with it (its bytes or name, or else what they say): later steps look for more faults, but nothing is built
   * on it.
   */
  readonly unsound?: "file" | "content";
  /** Digest of its bytes, where a memory asked for it. */
  readonly digest?: string;
}

/** Which layer a template belongs to, which decides what the rules expect of its manifests. */
export type ManifestLayer = "application" | "platform" | "provider";

/** How often a template is rendered, and what its context holds beside the view. */
export type TemplateScope = "system" | "component" | "datasource" | "dns";

/** A Handlebars template or a vendored plain manifest, ready for the render step. */
export interface TemplateFile {
  readonly path: string;
  readonly layer: ManifestLayer;
  /** The application or provider it belongs to; empty for the platform. */
  readonly owner: string;
  readonly scope: TemplateScope;
  /** For an application's `templates/<component>/...`: that component. */
  readonly component?: string;
  /** Path inside its templates folder without `.hbs`, the name that `{{config "..."}}` takes. */
  readonly name: string;
  /** `manifest`: a stream of YAML documents; the others are embedded by `{{config}}`. */
  readonly language: "manifest" | "yaml" | "toml" | "json" | "properties" | "text";
  /** A vendored manifest is plain YAML: `{{` has no meaning there. */
  readonly vendored: boolean;
  readonly text: string;
}

/** A published schema file, kept as text until a target needs it. */
export interface SchemaFile {
  readonly path: string;
  /** `1.36` for Kubernetes, `<addon>/<version>` for an add-on. */
  readonly name: string;
  readonly text: string;
}
