import { setTimeout as pause } from "node:timers/promises";
import type { ApiClient } from "@altostrata/maintain/servers/api-client.ts";
import {
  applyManifest,
  type ApplyTarget,
  type ManifestObject,
} from "@altostrata/maintain/servers/apply-manifest.ts";
import { servedKinds } from "@altostrata/maintain/servers/describe-api.ts";

/** Kinds in the order in which they are applied; kinds that are not listed are configuration. */
const stages: readonly (readonly string[])[] = [
  ["Namespace", "CustomResourceDefinition"],
  [],
  ["Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob", "Cluster"],
  ["HorizontalPodAutoscaler", "ScaledObject", "Gateway", "HTTPRoute", "DNSEndpoint"],
];
const configuration = 1;
const attempts = 300;

/** Applies objects in order: namespaces and definitions, configuration, workloads, exposure. Throws at the first refusal. */
export async function applyObjects(
  client: ApiClient,
  objects: readonly ManifestObject[],
): Promise<void> {
  for (const stage of stages.keys()) {
    const target = { client, kinds: await servedKinds(client) };
    for (const object of objects) if (stageOf(object) === stage) await applyOne(target, object);
    if (stage === 0) await settle(client, objects);
  }
}

/** What the server would refuse of these objects, without storing any of them. */
export async function refusals(
  client: ApiClient,
  objects: readonly ManifestObject[],
): Promise<string[]> {
  const target = { client, kinds: await servedKinds(client) };
  const verdicts = await Promise.all(
    objects.map(async (object) => ({ object, ...(await applyManifest(target, object)) })),
  );
  return verdicts
    .filter(({ verdict }) => verdict === "refused")
    .map(({ object, reason }) => `${nameOf(object)}: ${reason}`);
}

function stageOf({ kind }: ManifestObject): number {
  const listed = stages.findIndex((kinds) => kinds.includes(String(kind)));
  return listed === -1 ? configuration : listed;
}

// An operator's webhook answers a moment after its pod is ready.
async function applyOne(target: ApplyTarget, object: ManifestObject): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const { verdict, reason } = await applyManifest(target, object, "store");
    if (verdict === "accepted") return;
    if (attempt === attempts || !reason.includes("failed calling webhook"))
      throw new Error(`${nameOf(object)} was refused: ${reason}`);
    await pause(200);
  }
}

// A new kind is served a moment after its definition is stored.
async function settle(client: ApiClient, objects: readonly ManifestObject[]): Promise<void> {
  const wanted = objects
    .filter(({ kind }) => kind === "CustomResourceDefinition")
    .map(({ spec }) => (spec as { readonly names: { readonly kind: string } }).names.kind);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    // The list of groups is ahead of the groups themselves.
    const kinds = await servedKinds(client).catch(() => []);
    const served = new Set(kinds.map(({ kind }) => kind));
    if (wanted.every((kind) => served.has(kind))) return;
    await pause(100);
  }
  throw new Error("new kinds are not served");
}

function nameOf({ kind, metadata }: ManifestObject): string {
  const { namespace, name } = metadata as { readonly namespace?: string; readonly name: string };
  return [String(kind), namespace, name].filter((part) => part !== undefined).join("/");
}
