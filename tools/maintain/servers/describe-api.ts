import type { ApiClient } from "./api-client.ts";
import type { GroupVersionKind } from "./api-lifecycle.ts";

export interface ServedKind extends GroupVersionKind {
  readonly plural: string;
  readonly namespaced: boolean;
}

/** The API of a running server. */
export interface ApiDescription {
  /** Kinds that can be applied, sorted by group, version and kind. */
  readonly kinds: readonly ServedKind[];
  readonly definitions: Readonly<Record<string, unknown>>;
  /** The name of the definition by `group/version/kind`. */
  readonly definitionNames: ReadonlyMap<string, string>;
}

interface ResourceList {
  readonly resources: readonly {
    readonly name: string;
    readonly kind: string;
    readonly namespaced: boolean;
    readonly verbs: readonly string[];
  }[];
}

interface GroupList {
  readonly groups: readonly { readonly versions: readonly { readonly groupVersion: string }[] }[];
}

interface OpenApi {
  readonly definitions: Readonly<
    Record<string, { readonly "x-kubernetes-group-version-kind"?: readonly GroupVersionKind[] }>
  >;
}

/** Reads the kinds of an API server. */
export async function servedKinds(client: ApiClient): Promise<ServedKind[]> {
  // The response types belong to the API machinery and have been stable since Kubernetes 1.0.
  const groups = (await get(client, "/apis")) as GroupList;
  const groupVersions = groups.groups.flatMap((group) =>
    group.versions.map((version) => version.groupVersion),
  );
  const paths = ["/api/v1", ...groupVersions.map((groupVersion) => `/apis/${groupVersion}`)];
  const lists = await Promise.all(
    paths.map(async (path) => kindsOf(path, (await get(client, path)) as ResourceList)),
  );
  return lists.flat().sort((left, right) => (sortKey(left) < sortKey(right) ? -1 : 1));
}

/** Reads the kinds of an API server and the definitions of their fields. */
export async function describeApi(client: ApiClient): Promise<ApiDescription> {
  const kinds = await servedKinds(client);
  const { definitions } = (await get(client, "/openapi/v2")) as OpenApi;
  const definitionNames = new Map<string, string>();
  for (const [name, definition] of Object.entries(definitions)) {
    const named = definition["x-kubernetes-group-version-kind"] ?? [];
    // Options and similar kinds name every group; the definition of a kind names exactly one.
    if (named.length === 1 && named[0]) definitionNames.set(sortKey(named[0]), name);
  }
  return { kinds, definitions, definitionNames };
}

async function get(client: ApiClient, path: string): Promise<unknown> {
  const answer = await client.send({ method: "GET", path });
  if (answer.status !== 200) throw new Error(`GET ${path} returned status ${answer.status}`);
  return answer.body;
}

function kindsOf(path: string, list: ResourceList): ServedKind[] {
  const [version = "", group = ""] = path.split("/").slice(2).toReversed();
  return list.resources
    .filter((resource) => !resource.name.includes("/") && resource.verbs.includes("patch"))
    .map((resource) => ({
      group,
      version,
      kind: resource.kind,
      plural: resource.name,
      namespaced: resource.namespaced,
    }));
}

function sortKey(kind: GroupVersionKind): string {
  return `${kind.group}/${kind.version}/${kind.kind}`;
}
