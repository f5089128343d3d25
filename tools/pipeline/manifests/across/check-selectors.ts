import type { Manifest } from "../../model/kubernetes/manifest.ts";
import { at, atPath, entries, isSet, items, pathOf, textValue, type Cursor } from "../cursor.ts";
import { selectorMatches } from "../../model/kubernetes/label-selector.ts";
import type { AcrossContext } from "./across-context.ts";
import { typeOf } from "./target-objects.ts";
import { selectsPod, type TargetPod } from "./target-pods.ts";

/** Reports selectors of Services, budgets, network policies and monitors that match no pod of the target. */
export function checkSelectors(context: AcrossContext): void {
  for (const manifest of context.manifests) {
    const found = selectorOf(manifest);
    if (!found || isEmpty(found.selector)) continue;
    const namespaces = found.namespaces ?? [manifest.id.namespace];
    const matches =
      found.selects === "services"
        ? selectsService(context, found.selector, namespaces)
        : podsIn(context, namespaces).some((pod) => selectsPod(found.selector.value, pod));
    if (matches) continue;
    const path = pathOf(found.cursor);
    context.reportOn(manifest)({ code: "manifest-selector-matches-nothing", path, args: {} });
  }
}

interface FoundSelector {
  /** In the form of Kubernetes, with matchLabels. */
  readonly selector: Cursor;
  readonly cursor: Cursor;
  readonly selects: "pods" | "services";
  /** The namespace to search; the object's own if absent. */
  readonly namespaces?: readonly string[] | "any";
}

const pathsOfSelectors: Readonly<Record<string, readonly string[]>> = {
  "/Service": ["spec", "selector"],
  "policy/PodDisruptionBudget": ["spec", "selector"],
  "networking.k8s.io/NetworkPolicy": ["spec", "podSelector"],
  "monitoring.coreos.com/PodMonitor": ["spec", "selector"],
  "monitoring.coreos.com/ServiceMonitor": ["spec", "selector"],
};

function selectorOf(manifest: Manifest): FoundSelector | undefined {
  const type = typeOf(manifest);
  const path = pathsOfSelectors[type];
  if (path === undefined) return undefined;
  const root: Cursor = { value: manifest.object };
  const cursor = atPath(root, path);
  if (!isSet(cursor)) return undefined;
  // A Service lists the labels directly, without matchLabels.
  const selector =
    type === "/Service" ? { ...cursor, value: { matchLabels: cursor.value } } : cursor;
  const selects = type.endsWith("/ServiceMonitor") ? "services" : "pods";
  const namespaces = namespacesOf(at(root, "spec", "namespaceSelector"));
  return { selector, cursor, selects, ...(namespaces === undefined ? {} : { namespaces }) };
}

function namespacesOf(selector: Cursor): readonly string[] | "any" | undefined {
  if (at(selector, "any").value === true) return "any";
  const names = items(at(selector, "matchNames")).flatMap((name) => textValue(name) ?? []);
  return names.length > 0 ? names : undefined;
}

function isEmpty(selector: Cursor): boolean {
  return (
    entries(at(selector, "matchLabels")).length === 0 &&
    items(at(selector, "matchExpressions")).length === 0
  );
}

function podsIn(
  { pods }: AcrossContext,
  namespaces: readonly string[] | "any",
): readonly TargetPod[] {
  if (namespaces === "any") return [...pods.values()].flat();
  return namespaces.flatMap((namespace) => pods.get(namespace) ?? []);
}

function selectsService(
  { manifests }: AcrossContext,
  selector: Cursor,
  namespaces: readonly string[] | "any",
): boolean {
  return manifests.some(
    ({ id, object, incomplete }) =>
      id.group === "" &&
      id.kind === "Service" &&
      (namespaces === "any" || namespaces.includes(id.namespace)) &&
      (incomplete ||
        selectorMatches(selector.value, at({ value: object }, "metadata", "labels").value)),
  );
}
