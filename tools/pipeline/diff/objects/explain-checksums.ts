import type { FieldChange } from "../../model/comparison/comparison.ts";
import { isRecord } from "../../model/values/json-record.ts";
import { objectName } from "../../model/kubernetes/manifest.ts";
import type { PlacedChange } from "./placed-change.ts";

/** Adds to each changed checksum annotation the changed objects that its pods read. */
export function explainChecksums(changes: readonly PlacedChange[]): readonly PlacedChange[] {
  const contents = changes.filter(({ object }) => ["ConfigMap", "Secret"].includes(object.kind));
  return changes.map((change) => {
    if (!change.fields.some(isChecksum)) return change;
    const read = namesRead(change.head);
    const hashes = contents
      .filter(({ object }) => object.namespace === change.object.namespace && read.has(object.name))
      .map(({ object }) => objectName(object));
    return hashes.length === 0
      ? change
      : { ...change, fields: change.fields.map((field) => withHashes(field, hashes)) };
  });
}

function withHashes(field: FieldChange, hashes: readonly string[]): FieldChange {
  return isChecksum(field) ? { ...field, hashes: [...hashes] } : field;
}

/** By convention, pod template annotations that exist to restart pods begin with `checksum/`. */
function isChecksum({ path }: FieldChange): boolean {
  return path.at(-2) === "annotations" && (path.at(-1) ?? "").startsWith("checksum/");
}

/** Names of the ConfigMaps and Secrets that a workload's pods mount or read variables from. */
function namesRead(value: unknown): ReadonlySet<string> {
  const names = new Set<string>();
  collectNames(value, names);
  return names;
}

function collectNames(value: unknown, names: Set<string>): void {
  if (Array.isArray(value)) {
    for (const item of value) collectNames(item, names);
    return;
  }
  if (!isRecord(value)) return;
  for (const [key, item] of Object.entries(value)) {
    if (referenceKeys.has(key) && isRecord(item)) {
      const name = item["name"] ?? item["secretName"];
      if (typeof name === "string") names.add(name);
    }
    collectNames(item, names);
  }
}

const referenceKeys: ReadonlySet<string> = new Set([
  "configMap",
  "configMapRef",
  "configMapKeyRef",
  "secret",
  "secretRef",
  "secretKeyRef",
]);
