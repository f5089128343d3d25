import type { ApiClient } from "@altostrata/maintain/servers/api-client.ts";
import {
  applyManifest,
  type ApplyTarget,
  type ManifestObject,
  type ServerVerdict,
} from "@altostrata/maintain/servers/apply-manifest.ts";

/** The manifests of one environment on one target, as the pipeline renders them. */
export interface RenderedTarget {
  readonly environment: string;
  readonly target: string;
  readonly kubernetes: { readonly version: string; readonly next?: string };
  readonly manifests: readonly { readonly object: ManifestObject }[];
}

/** A refusal or warning of a real server about one manifest. */
export interface Complaint {
  readonly environment: string;
  readonly target: string;
  /** `Kind/namespace/name`. */
  readonly object: string;
  readonly says: readonly string[];
}

const inFlight = 16;

/** Sends every manifest of a target to a real server. Returns its complaints in the order of the manifests. */
export async function sendTarget(
  server: ApplyTarget,
  rendered: RenderedTarget,
): Promise<Complaint[]> {
  const objects = rendered.manifests.map(({ object }) => object);
  for (const object of objects.filter(isNamespace)) await makeNamespace(server.client, object);
  const complaints: (Complaint | undefined)[] = [];
  let next = 0;
  const sendRest = async (): Promise<void> => {
    while (next < objects.length) {
      const index = next;
      next += 1;
      complaints[index] = await complaintAbout(server, rendered, objects[index] ?? {});
    }
  };
  await Promise.all(Array.from({ length: inFlight }, sendRest));
  return complaints.filter((complaint) => complaint !== undefined);
}

/** The Kubernetes minor versions that must accept the manifests of a target: the current and the next one. */
export function minorsOf({ kubernetes }: RenderedTarget): string[] {
  return kubernetes.next === undefined
    ? [kubernetes.version]
    : [kubernetes.version, kubernetes.next];
}

// Namespaces are created for real, with their labels, because admission of pods depends on them even in a dry run. A
// refused namespace shows as a complaint when it is sent again with the others.
async function makeNamespace(client: ApiClient, object: ManifestObject): Promise<void> {
  await client.send({
    method: "PATCH",
    path: `/api/v1/namespaces/${nameOf(object)}?fieldManager=altostrata&force=true`,
    contentType: "application/apply-patch+yaml",
    body: object,
  });
}

async function complaintAbout(
  server: ApplyTarget,
  { environment, target }: RenderedTarget,
  object: ManifestObject,
): Promise<Complaint | undefined> {
  const verdict = await applyManifest(server, object);
  const says = complaintsIn(verdict);
  return says.length === 0 ? undefined : { environment, target, object: titleOf(object), says };
}

function complaintsIn({ verdict, reason, warnings }: ServerVerdict): string[] {
  const warned = warnings.map((warning) => `warning: ${warning}`);
  return verdict === "refused" ? [reason, ...warned] : warned;
}

function isNamespace(object: ManifestObject): boolean {
  return object["apiVersion"] === "v1" && object["kind"] === "Namespace";
}

function titleOf(object: ManifestObject): string {
  const { namespace } = metadataOf(object);
  return [object["kind"], namespace, nameOf(object)]
    .filter((part) => typeof part === "string")
    .join("/");
}

function nameOf(object: ManifestObject): string {
  const { name } = metadataOf(object);
  return typeof name === "string" ? name : "";
}

function metadataOf(object: ManifestObject): Readonly<Record<string, unknown>> {
  return (object["metadata"] ?? {}) as Readonly<Record<string, unknown>>;
}
