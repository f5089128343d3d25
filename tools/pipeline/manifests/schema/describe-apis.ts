import type { SchemaFile } from "../../model/estate/estate-files.ts";
import { buildNode, type Definitions } from "./build-node.ts";
import type { RawSchema, SchemaNode } from "./schema-node.ts";

/** One version of a kind: the scope of its objects, and their schema. */
export interface ApiKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly namespaced: boolean;
  /** Absent for the kinds of Kubernetes itself. */
  readonly addon?: string;
  readonly served: boolean;
  readonly deprecated: boolean;
  /** The replacement of a deprecated version: `group/version`, and the kind if it differs. */
  readonly replacement?: string;
  /** Built on first use. */
  readonly schema: () => SchemaNode;
}

/** A version of a kind that a minor of Kubernetes no longer serves. */
interface RemovedKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly removedIn: string;
  readonly replacement?: string;
}

/** The API of one minor of Kubernetes, or of one version of an add-on; kinds by `group/kind`. */
export interface ApiDescription {
  readonly kinds: ReadonlyMap<string, readonly ApiKind[]>;
  readonly removed: readonly RemovedKind[];
  /** The metadata fields of every object; Kubernetes only. */
  readonly metadata?: () => SchemaNode;
}

/** The published API descriptions of all versions, each read on first use. */
export interface ApiDescriptions {
  readonly kubernetes: (minor: string) => ApiDescription | undefined;
  readonly addon: (name: string, version: string) => ApiDescription | undefined;
  /** Returns the names of the add-ons that have the kind in some version, sorted. */
  readonly addonsWith: (group: string, kind: string) => readonly string[];
  /** Reports whether a kind is namespaced in any version that describes it; undefined for unknown kinds. */
  readonly namespaced: (group: string, kind: string) => boolean | undefined;
}

/** Reads API descriptions from the estate's schema files. Create it once per run, as it caches them. */
export function describeApis(files: {
  readonly kubernetes: readonly SchemaFile[];
  readonly addons: readonly SchemaFile[];
}): ApiDescriptions {
  const kubernetes = lazyByName(files.kubernetes, describeKubernetes);
  const addons = lazyByName(files.addons, describeAddon);
  return {
    kubernetes,
    addon: (name, version) => addons(`${name}/${version}`),
    addonsWith: (group, kind) => {
      const names = files.addons
        .filter(({ name }) => addons(name)?.kinds.has(kindKey(group, kind)))
        .map(({ name }) => name.split("/")[0] ?? name);
      return [...new Set(names)].sort();
    },
    namespaced: (group, kind) => {
      const key = kindKey(group, kind);
      // Lazily, one after the other: most kinds are built in, and reading every add-on is slow.
      for (const { name } of files.kubernetes) {
        const found = kubernetes(name)?.kinds.get(key)?.[0];
        if (found) return found.namespaced;
      }
      for (const { name } of files.addons) {
        const found = addons(name)?.kinds.get(key)?.[0];
        if (found) return found.namespaced;
      }
      return undefined;
    },
  };
}

/** Returns the lookup key of a kind: group and kind, without the version. */
export function kindKey(group: string, kind: string): string {
  return `${group}/${kind}`;
}

function lazyByName<Description>(
  files: readonly SchemaFile[],
  describe: (content: never) => Description,
): (name: string) => Description | undefined {
  const described = new Map<string, Description | undefined>();
  return (name) => {
    if (!described.has(name)) {
      const file = files.find((candidate) => candidate.name === name);
      described.set(name, file && describe(JSON.parse(file.text) as never));
    }
    return described.get(name);
  };
}

interface KubernetesFile {
  readonly definitions: Readonly<Record<string, RawSchema>>;
  readonly kinds: readonly (KindHead & {
    readonly version: string;
    readonly definition: string;
    readonly deprecated?: string;
    readonly replacement?: Replacement;
  })[];
  readonly removed: readonly {
    readonly group: string;
    readonly version: string;
    readonly kind: string;
    readonly removedIn: string;
    readonly replacement?: Replacement;
  }[];
}

interface KindHead {
  readonly group: string;
  readonly kind: string;
  readonly namespaced: boolean;
}

interface Replacement {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

const metadataDefinition = "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta";

function describeKubernetes(content: KubernetesFile): ApiDescription {
  const definitions: Definitions = { raw: content.definitions, built: new Map(), native: true };
  const nodeOf = (name: string): SchemaNode =>
    buildNode({ $ref: `#/definitions/${name}` }, definitions);
  const kinds = content.kinds.map(({ definition, deprecated, replacement, ...head }): ApiKind => ({
    group: head.group,
    version: head.version,
    kind: head.kind,
    namespaced: head.namespaced,
    served: true,
    deprecated: deprecated !== undefined,
    ...replacementOf(replacement),
    schema: () => nodeOf(definition),
  }));
  const removed = content.removed.map(({ replacement, ...rest }) => ({
    ...rest,
    ...replacementOf(replacement),
  }));
  return { kinds: byKind(kinds), removed, metadata: () => nodeOf(metadataDefinition) };
}

interface AddonFile {
  readonly addon: string;
  readonly kinds: readonly (KindHead & {
    readonly versions: readonly {
      readonly name: string;
      readonly served: boolean;
      readonly deprecated?: boolean;
      readonly schema?: RawSchema;
    }[];
  })[];
}

function describeAddon(content: AddonFile): ApiDescription {
  const kinds = content.kinds.flatMap(({ group, kind, namespaced, versions }) =>
    versions.map((version): ApiKind => {
      const definitions: Definitions = { raw: {}, built: new Map(), native: false };
      let node: SchemaNode | undefined;
      return {
        group,
        version: version.name,
        kind,
        namespaced,
        addon: content.addon,
        served: version.served,
        deprecated: version.served && version.deprecated === true,
        schema: () => (node ??= buildNode(version.schema ?? {}, definitions)),
      };
    }),
  );
  return { kinds: byKind(kinds), removed: [] };
}

function byKind(kinds: readonly ApiKind[]): ReadonlyMap<string, readonly ApiKind[]> {
  const found = new Map<string, ApiKind[]>();
  for (const kind of kinds) {
    const key = kindKey(kind.group, kind.kind);
    found.set(key, [...(found.get(key) ?? []), kind]);
  }
  return found;
}

function replacementOf(replacement: Replacement | undefined): { replacement?: string } {
  if (replacement === undefined) return {};
  const { group, version, kind } = replacement;
  return { replacement: `${kind} of ${group === "" ? version : `${group}/${version}`}` };
}
