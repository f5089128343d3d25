import type { Picture } from "../../model/view/picture.ts";
import { parseQuantity } from "../../model/kubernetes/quantity.ts";
import type { TargetResult } from "../../model/results/run-result.ts";

/** What one target does for one system: its part, its components and databases with what they ask for, and where DNS leads. */
export function placementOf(
  result: TargetResult,
  picture: Picture,
): { readonly system: string; readonly [key: string]: unknown } {
  const { environment, target, provider } = result;
  const components = Object.entries(picture.components).map(([name, component]) => [
    name,
    {
      role: component.role,
      replicas: component.replicas,
      requests: amounts(component.resources),
    },
  ]);
  const datasources = Object.entries(picture.datasources).map(([name, datasource]) => [
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
    system: picture.system.name,
    application: picture.application.name,
    namespace: picture.namespace,
    part: picture.part,
    ...(picture.dns.rendered ? { answers: answers(picture) } : {}),
    components: Object.fromEntries(components),
    datasources: Object.fromEntries(datasources),
  };
}

/** The targets that DNS sends consumers to, as the leading target renders them. */
function answers({ dns, system }: Picture) {
  return dns.records
    .filter(({ hostName }) => hostName === system.traffic.hostName)
    .map(({ target, weight, failover }) => ({ target, weight, failover }));
}

/** Cores and bytes; what is no quantity is absent. */
function amounts({ cpu, memory }: { readonly cpu: unknown; readonly memory: unknown }) {
  return { cpu: parseQuantity(cpu), memory: parseQuantity(memory) };
}
