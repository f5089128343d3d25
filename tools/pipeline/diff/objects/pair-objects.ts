import { compareObjects, type Manifest, type ObjectId } from "../../model/kubernetes/manifest.ts";
import { isRecord } from "../../model/values/json-record.ts";
import { findSimilar } from "./find-similar.ts";
import type { PairedObject } from "./paired-object.ts";

/**
 * Pairs the possibly changed objects of one environment and target by group, kind, namespace and name. Of the rest, an
 * added and a removed object are one renamed object if only the namespace was renamed or their content is at least 80 %
 * similar. The API version is not part of an identity.
 */
export function pairObjects(
  base: readonly Manifest[],
  head: readonly Manifest[],
  namespaces: ReadonlyMap<string, string> = new Map(),
): readonly PairedObject[] {
  const before = new Map(base.map((manifest) => [identity(manifest.id), manifest]));
  const after = new Map(head.map((manifest) => [identity(manifest.id), manifest]));
  const kept = head.flatMap((manifest): PairedObject[] => {
    const previous = before.get(identity(manifest.id));
    return previous && !isSame(previous.object, manifest.object)
      ? [{ base: previous, head: manifest }]
      : [];
  });
  const gone = base.filter((manifest) => !after.has(identity(manifest.id)));
  const come = head.filter((manifest) => !before.has(identity(manifest.id)));
  const moved = inNewNamespaces(gone, come, namespaces);
  const taken = new Set(moved.flatMap((pair) => [pair.base, pair.head]));
  const isLeft = (manifest: Manifest) => !taken.has(manifest);
  const similar = findSimilar(gone.filter(isLeft), come.filter(isLeft));
  return [...kept, ...moved, ...similar].sort(byIdentity);
}

/** Objects of the same name in a renamed namespace, and that namespace itself. */
function inNewNamespaces(
  gone: readonly Manifest[],
  come: readonly Manifest[],
  namespaces: ReadonlyMap<string, string>,
): readonly Required<PairedObject>[] {
  const nowCalled = (name: string) => namespaces.get(name) ?? name;
  const after = new Map(come.map((manifest) => [identity(manifest.id), manifest]));
  return gone.flatMap((base) => {
    const { id } = base;
    const name = id.kind === "Namespace" ? nowCalled(id.name) : id.name;
    const head = after.get(identity({ ...id, name, namespace: nowCalled(id.namespace) }));
    return head ? [{ base, head }] : [];
  });
}

/** Returns the identity of an object: everything of its ID except the API version. */
export function identity({ group, kind, namespace, name }: ObjectId): string {
  return [group, kind, namespace, name].join("\0");
}

/** Returns whether two values are equal, with keys in any order. Much faster than comparing their text. */
function isSame(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, index) => isSame(item, right[index]));
  }
  if (!isRecord(left) || !isRecord(right)) return false;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && isSame(left[key], right[key]))
  );
}

function byIdentity(left: PairedObject, right: PairedObject): number {
  const leftId = (left.head ?? left.base)?.id;
  const rightId = (right.head ?? right.base)?.id;
  return leftId && rightId ? compareObjects(leftId, rightId) : 0;
}
