import type { Manifest } from "../../model/kubernetes/manifest.ts";
import { at, items, pathOf, textValue, type Cursor } from "../cursor.ts";
import { formatValue, type ReportProblem } from "../manifest-problem.ts";
import type { AcrossContext } from "./across-context.ts";
import type { Keys } from "./produced-objects.ts";
import { podReferences, references, type ReferenceRow } from "./reference-table.ts";
import { selectPaths } from "./select-paths.ts";
import { typeOf, type TargetObjects } from "./target-objects.ts";

/** Checks that referenced objects, and the referenced keys in them, will exist. */
export function checkObjectReferences({ manifests, objects, pods, reportOn }: AcrossContext): void {
  for (const manifest of manifests) {
    const search = { objects, namespace: manifest.id.namespace, report: reportOn(manifest) };
    for (const row of references[typeOf(manifest)] ?? []) {
      checkRow({ value: manifest.object }, row, search);
    }
    checkKindReferences(manifest, search);
  }
  for (const pod of [...pods.values()].flat()) {
    const { manifest, spec, namespace } = pod;
    if (!spec) continue;
    const search = { objects, namespace, report: reportOn(manifest) };
    for (const row of podReferences) checkRow(spec, row, search);
    checkSubPaths(spec, search);
  }
}

/** The place that a reference is resolved from. */
export interface Search {
  readonly objects: TargetObjects;
  readonly namespace: string;
  readonly report: ReportProblem;
}

function checkRow(root: Cursor, row: ReferenceRow, search: Search): void {
  for (const holder of selectPaths(root, row.holder)) {
    if (at(holder, "optional").value === true) continue;
    const name = row.name === undefined ? holder : at(holder, row.name);
    const keys = checkReference(name, row.to, search);
    if (keys === undefined || keys === "any" || row.key === undefined) continue;
    for (const key of keyCursors(holder, row.key))
      checkKey(key, { keys, name, to: row.to, search });
  }
}

function keyCursors(holder: Cursor, field: string): Cursor[] {
  if (field !== "items") return [at(holder, field)];
  return items(at(holder, "items")).map((item) => at(item, "key"));
}

function checkKey(
  key: Cursor,
  {
    keys,
    name,
    to,
    search,
  }: { keys: ReadonlySet<string>; name: Cursor; to: string; search: Search },
): void {
  const text = textValue(key);
  if (text === undefined || keys.has(text)) return;
  const args = { kind: kindOf(to), name: formatValue(name.value), key: text };
  search.report({ code: "manifest-reference-missing", path: pathOf(key), args });
}

/** Checks one name. Returns the keys of the referenced object; undefined if it is missing or cannot be determined. */
export function checkReference(name: Cursor, to: string, search: Search): Keys | undefined {
  const text = textValue(name);
  if (text === undefined) return undefined;
  const keys = search.objects.find({ type: to, namespace: search.namespace, name: text });
  if (keys !== undefined) return keys;
  if (search.objects.isTold(to, search.namespace)) {
    const args = { kind: kindOf(to), name: text };
    search.report({ code: "manifest-reference-missing", path: pathOf(name), args });
  }
  return undefined;
}

function kindOf(type: string): string {
  return type.slice(type.indexOf("/") + 1);
}

/** References that name the kind of their target themselves. */
function checkKindReferences(manifest: Manifest, search: Search): void {
  const spec = at({ value: manifest.object }, "spec");
  switch (typeOf(manifest)) {
    case "autoscaling/HorizontalPodAutoscaler":
    case "keda.sh/ScaledObject": {
      const target = at(spec, "scaleTargetRef");
      checkReference(
        at(target, "name"),
        `${groupOf(target)}/${kindIn(target, "Deployment")}`,
        search,
      );
      for (const trigger of items(at(spec, "triggers"))) {
        const reference = at(trigger, "authenticationRef");
        checkReference(
          at(reference, "name"),
          `keda.sh/${kindIn(reference, "TriggerAuthentication")}`,
          search,
        );
      }
      break;
    }
    case "cert-manager.io/Certificate": {
      const issuer = at(spec, "issuerRef");
      const group = textValue(at(issuer, "group")) ?? "cert-manager.io";
      checkReference(at(issuer, "name"), `${group}/${kindIn(issuer, "Issuer")}`, search);
      break;
    }
    case "external-secrets.io/ExternalSecret": {
      const store = at(spec, "secretStoreRef");
      checkReference(
        at(store, "name"),
        `external-secrets.io/${kindIn(store, "SecretStore")}`,
        search,
      );
      break;
    }
    case "rbac.authorization.k8s.io/RoleBinding":
    case "rbac.authorization.k8s.io/ClusterRoleBinding":
      checkBinding({ value: manifest.object }, search);
      break;
    default:
  }
}

function groupOf(target: Cursor): string {
  const version = textValue(at(target, "apiVersion")) ?? "apps/v1";
  return version.includes("/") ? (version.split("/")[0] ?? "") : "";
}

function kindIn(reference: Cursor, fallback: string): string {
  return textValue(at(reference, "kind")) ?? fallback;
}

function checkBinding(binding: Cursor, search: Search): void {
  const role = at(binding, "roleRef");
  if (textValue(at(role, "kind")) === "Role") {
    checkReference(at(role, "name"), "rbac.authorization.k8s.io/Role", search);
  }
  for (const subject of items(at(binding, "subjects"))) {
    if (textValue(at(subject, "kind")) !== "ServiceAccount") continue;
    const namespace = textValue(at(subject, "namespace")) ?? search.namespace;
    checkReference(at(subject, "name"), "/ServiceAccount", { ...search, namespace });
  }
}

/** A file mounted with subPath must be a key of its ConfigMap or Secret. */
function checkSubPaths(spec: Cursor, search: Search): void {
  const volumes = items(at(spec, "volumes"));
  for (const list of ["containers", "initContainers"]) {
    for (const mount of items(at(spec, list)).flatMap((one) => items(at(one, "volumeMounts")))) {
      const path = textValue(at(mount, "subPath"));
      const volume = volumes.find((one) => at(one, "name").value === at(mount, "name").value);
      if (path !== undefined && volume) checkSubPath(mount, { path, volume, search });
    }
  }
}

const fileSources = [
  { field: "configMap", name: "name", to: "/ConfigMap" },
  { field: "secret", name: "secretName", to: "/Secret" },
];

function checkSubPath(
  mount: Cursor,
  { path, volume, search }: { path: string; volume: Cursor; search: Search },
): void {
  for (const { field, name: nameField, to } of fileSources) {
    const name = textValue(at(volume, field, nameField));
    if (name === undefined) continue;
    const chosen = items(at(volume, field, "items")).map((item) => at(item, "path").value);
    const keys =
      chosen.length > 0
        ? new Set(chosen)
        : search.objects.find({ type: to, namespace: search.namespace, name });
    if (keys === undefined || keys === "any" || keys.has(path)) continue;
    const args = { kind: kindOf(to), name, key: path };
    const subPath = pathOf(at(mount, "subPath"));
    search.report({ code: "manifest-reference-missing", path: subPath, args });
  }
}
