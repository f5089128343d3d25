import { isRecord, type JsonRecord } from "../../model/values/json-record.ts";
import type { Path } from "../../model/origins/origin.ts";

/**
 * Merge keys of Kubernetes lists by field name (strategic merge and `x-kubernetes-list-map-keys` of the published API
 * definitions); other fields are tried with `commonKeys`.
 */
const keysOfField: ReadonlyMap<string, readonly (readonly string[])[]> = new Map([
  ["ports", [["name"], ["containerPort", "protocol"], ["port", "protocol"], ["port"]]],
  ["volumeMounts", [["mountPath"]]],
  ["volumeDevices", [["devicePath"]]],
  ["hostAliases", [["ip"]]],
  ["topologySpreadConstraints", [["topologyKey", "whenUnsatisfiable"], ["topologyKey"]]],
  ["tolerations", [["key", "operator", "effect"]]],
  ["taints", [["key", "effect"]]],
  ["subjects", [["kind", "namespace", "name"]]],
  ["volumeClaimTemplates", [["metadata.name"]]],
  ["data", [["secretKey"]]],
  ["rules", [["name"], ["alert"], ["record"]]],
]);

const commonKeys: readonly (readonly string[])[] = [
  ["name"],
  ["metadata.name"],
  ["key"],
  ["id"],
  ["type"],
];

/** Returns the name of each item of two list versions by one merge key; undefined if no key is unique. */
export function nameItems(
  path: Path,
  lists: readonly (readonly unknown[])[],
): readonly (readonly string[])[] | undefined {
  const field = String(path.at(-1) ?? "");
  for (const keys of [...(keysOfField.get(field) ?? []), ...commonKeys]) {
    const named = lists.map((list) => namesBy(keys, list)).filter((names) => names !== undefined);
    if (named.length === lists.length) return named;
  }
  return undefined;
}

function namesBy(keys: readonly string[], list: readonly unknown[]): readonly string[] | undefined {
  const names = list.map((item) => nameBy(keys, item)).filter((name) => name !== undefined);
  return names.length === list.length && new Set(names).size === names.length ? names : undefined;
}

function nameBy(keys: readonly string[], item: unknown): string | undefined {
  if (!isRecord(item)) return undefined;
  const parts = keys.map((key) => readKey(item, key));
  // The last parts of a composed key have defaults (protocol, effect); the first one is required.
  if (parts[0] === undefined) return undefined;
  return parts.filter((part) => part !== undefined).join("/");
}

function readKey(item: JsonRecord, key: string): string | undefined {
  let value: unknown = item;
  for (const step of key.split(".")) value = isRecord(value) ? value[step] : undefined;
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}
