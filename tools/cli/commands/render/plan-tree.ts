import { createHash } from "node:crypto";
import type { Manifest, ObjectId, RenderedTarget } from "@altostrata/pipeline";

/** A file of the rendered tree. The path is relative to the output folder and uses `/`. */
export interface TreeFile {
  readonly path: string;
  readonly text: string;
}

/** The files of one target, in a folder of their own. */
export interface PlannedTarget {
  /** Below the out folder. */
  readonly folder: string;
  readonly files: readonly TreeFile[];
}

/** The files of one target and its index, byte for byte the same for the same manifests. */
export function planTree(
  target: RenderedTarget,
  print: (manifest: Manifest) => string,
): PlannedTarget {
  const folder = targetFolder(target);
  const files = target.manifests.map((manifest) => ({
    path: `${folder}/${objectPath(manifest.id)}`,
    text: print(manifest),
    id: manifest.id,
  }));
  const objects = files
    .map(({ path, text, id }) => ({
      path: path.slice(folder.length + 1),
      ...id,
      digest: contentDigest(text),
    }))
    .sort((left, right) => (left.path < right.path ? -1 : 1));
  const index = {
    apiVersion: "altostrata.dev/rendered/v1",
    environment: target.environment,
    target: target.target,
    provider: target.provider,
    kubernetes: target.kubernetes,
    digest: contentDigest(objects.map(({ path, digest }) => `${path} ${digest}\n`).join("")),
    objects,
  };
  const indexFile = {
    path: `${folder}/index.json`,
    text: `${JSON.stringify(index, undefined, 2)}\n`,
  };
  return { folder, files: [...files.map(({ path, text }) => ({ path, text })), indexFile] };
}

/** `environment/target`, the folder that one index describes. */
function targetFolder({ environment, target }: { environment: string; target: string }): string {
  return `${fileName(environment)}/${fileName(target)}`;
}

export function contentDigest(text: string): string {
  return `sha256:${createHash("sha256").update(text).digest("hex")}`;
}

/** `<namespace, or _cluster>/<kind>[.<group>].<name>.yaml`. */
function objectPath({ group, kind, namespace, name }: ObjectId): string {
  const parts = [kind.toLowerCase(), ...(isBuiltIn(group) ? [] : [group]), name];
  return `${namespace === "" ? "_cluster" : fileName(namespace)}/${fileName(parts.join("."))}.yaml`;
}

const builtInGroups: ReadonlySet<string> = new Set([
  "admissionregistration.k8s.io",
  "apiextensions.k8s.io",
  "apiregistration.k8s.io",
  "certificates.k8s.io",
  "coordination.k8s.io",
  "discovery.k8s.io",
  "flowcontrol.apiserver.k8s.io",
  "networking.k8s.io",
  "node.k8s.io",
  "rbac.authorization.k8s.io",
  "resource.k8s.io",
  "scheduling.k8s.io",
  "storage.k8s.io",
]);

function isBuiltIn(group: string): boolean {
  return !group.includes(".") || builtInGroups.has(group);
}

/** A name as one path segment. Characters that are unsafe in file names are percent-encoded. */
function fileName(name: string): string {
  const encoded = name.replaceAll(/[^A-Za-z0-9._-]/gu, (character) =>
    encodeURIComponent(character.toWellFormed()),
  );
  return /^\.+$/.test(encoded) ? encoded.replaceAll(".", "%2E") : encoded;
}
