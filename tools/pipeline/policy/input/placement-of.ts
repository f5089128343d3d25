import type { View } from "../../model/view/view.ts";
import { parseQuantity } from "../../model/kubernetes/quantity.ts";
import type { RenderedTarget } from "../../model/results/rendered-target.ts";

/**
 * Describes the role of a target in a system: its part, the requests of its components and databases, and its DNS
 * records.
 */
export function placementOf(
  result: RenderedTarget,
  view: View,
): { readonly system: string; readonly [key: string]: unknown } {
  const { environment, target, provider } = result;
  const components = Object.entries(view.components).map(([name, component]) => [
    name,
    {
      role: component.role,
      replicas: component.replicas,
      requests: amounts(component.resources),
    },
  ]);
  const datasources = Object.entries(view.datasources).map(([name, datasource]) => [
    name,
    {
      role: datasource.role,
      instances: datasource.instances,
      requests: amounts(datasource.resources),
      storage: parseQuantity(datasource.storage.size),
    },
  ]);
  return {
    environment,
    target,
    provider,
    system: view.system.name,
    application: view.application.name,
    namespace: view.namespace,
    part: view.part,
    ...(view.dns.rendered ? { answers: answers(view) } : {}),
    components: Object.fromEntries(components),
    datasources: Object.fromEntries(datasources),
  };
}

/** Returns the targets that DNS sends consumers to, as rendered on the leading target. */
function answers({ dns, system }: View) {
  return dns.records
    .filter(({ hostName }) => hostName === system.traffic.hostName)
    .map(({ target, weight, failover }) => ({ target, weight, failover }));
}

/** Returns cores and bytes; invalid quantities are absent. */
function amounts({ cpu, memory }: { readonly cpu: unknown; readonly memory: unknown }) {
  return { cpu: parseQuantity(cpu), memory: parseQuantity(memory) };
}
