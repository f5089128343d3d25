import type { ApiAnswer, ApiClient } from "./api-client.ts";
import type { ServedKind } from "./describe-api.ts";

/** The verdict of a real server on one manifest. */
export interface ServerVerdict {
  readonly verdict: "accepted" | "refused";
  /** The message of a refusal. */
  readonly reason: string;
  readonly warnings: readonly string[];
}

/** Anything that can be sent to a server. */
export type ManifestObject = Readonly<Record<string, unknown>>;

/** A real server and its kinds. */
export interface ApplyTarget {
  readonly client: ApiClient;
  readonly kinds: readonly ServedKind[];
}

/** Whether the server stores what it accepts. */
export type ApplyMode = "dry-run" | "store";

/** Sends a manifest by server-side apply with strict field validation; a dry run stores nothing. */
export async function applyManifest(
  target: ApplyTarget,
  object: ManifestObject,
  mode: ApplyMode = "dry-run",
): Promise<ServerVerdict> {
  const address = manifestAddress(target.kinds, object);
  if ("fault" in address) return { verdict: "refused", reason: address.fault, warnings: [] };
  const dryRun = mode === "dry-run" ? "dryRun=All&" : "";
  const query = `${dryRun}fieldValidation=Strict&fieldManager=altostrata&force=true`;
  const answer = await target.client.send({
    method: "PATCH",
    path: `${address.path}?${query}`,
    contentType: "application/apply-patch+yaml",
    body: object,
  });
  return verdictOf(answer);
}

/** The path that a server keeps an object at, or why it has none. */
function manifestAddress(
  kinds: readonly ServedKind[],
  object: ManifestObject,
): { readonly path: string } | { readonly fault: string } {
  const identity = identityOf(object);
  const served = kinds.find(
    ({ group, version, kind }) =>
      group === identity.group && version === identity.version && kind === identity.kind,
  );
  if (served === undefined) {
    return {
      fault: `no matches for kind "${identity.kind}" in version "${identity.apiVersion}"`,
    };
  }
  const fault = namespaceFault(served, identity);
  return fault === undefined ? { path: objectPath(served, identity) } : { fault };
}

interface Identity {
  readonly apiVersion: string;
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

function identityOf(object: ManifestObject): Identity {
  const apiVersion = text(object["apiVersion"]);
  const [version = "", group = ""] = apiVersion.split("/").toReversed();
  const metadata = (object["metadata"] ?? {}) as Readonly<Record<string, unknown>>;
  const [namespace, name] = [text(metadata["namespace"]), text(metadata["name"])];
  return { apiVersion, group, version, kind: text(object["kind"]), namespace, name };
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

// A server never sees these two faults, because a client cannot build the address of such an object.
function namespaceFault(served: ServedKind, { kind, namespace }: Identity): string | undefined {
  if (served.namespaced && namespace === "")
    return `an empty namespace may not be set: ${kind} needs a namespace`;
  if (!served.namespaced && namespace !== "")
    return `namespace is not allowed: ${kind} has no namespace`;
  return undefined;
}

function objectPath(served: ServedKind, { namespace, name }: Identity): string {
  const root = served.group === "" ? "/api/v1" : `/apis/${served.group}/${served.version}`;
  const inside = served.namespaced ? `/namespaces/${encodeURIComponent(namespace)}` : "";
  return `${root}${inside}/${served.plural}/${encodeURIComponent(name)}`;
}

function verdictOf(answer: ApiAnswer): ServerVerdict {
  const { warnings } = answer;
  if (answer.status < 300) return { verdict: "accepted", reason: "", warnings };
  const { message } = answer.body as { readonly message?: string };
  return { verdict: "refused", reason: message ?? String(answer.body), warnings };
}
