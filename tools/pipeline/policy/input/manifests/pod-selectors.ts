import { selectorMatches } from "../../../model/kubernetes/label-selector.ts";
import type { Manifest } from "../../../model/kubernetes/manifest.ts";
import { readRecord } from "./read-record.ts";
import type { JsonRecord } from "../../../model/values/json-record.ts";
import type { PolicyPod } from "../policy-input.ts";

type Selected = PolicyPod["selectedBy"];

const selectingKinds = {
  "/Service": { list: "services", path: ["spec", "selector"], plain: true },
  "policy/PodDisruptionBudget": {
    list: "disruptionBudgets",
    path: ["spec", "selector"],
    plain: false,
  },
  "networking.k8s.io/NetworkPolicy": {
    list: "networkPolicies",
    path: ["spec", "podSelector"],
    plain: false,
  },
} as const;

/** Returns a lookup of the objects that select a pod by its labels. Grouping by namespace keeps it fast. */
export function podSelectors(
  manifests: readonly Manifest[],
): (namespace: string, labels: JsonRecord) => Selected {
  const selectors = new Map<
    string,
    { list: keyof Selected; resource: number; selector: JsonRecord }[]
  >();
  for (const [resource, { id, object }] of manifests.entries()) {
    const kind = `${id.group}/${id.kind}`;
    if (!Object.hasOwn(selectingKinds, kind)) continue;
    const { list, path, plain } = selectingKinds[kind as keyof typeof selectingKinds];
    const found = readRecord(object, path);
    if (!found) continue;
    const entries = selectors.get(id.namespace) ?? [];
    entries.push({ list, resource, selector: plain ? { matchLabels: found } : found });
    selectors.set(id.namespace, entries);
  }
  return (namespace, labels) => {
    const selected = {
      services: [] as number[],
      disruptionBudgets: [] as number[],
      networkPolicies: [] as number[],
    };
    for (const { list, resource, selector } of selectors.get(namespace) ?? []) {
      if (selectorMatches(selector, labels)) selected[list].push(resource);
    }
    return selected;
  };
}
