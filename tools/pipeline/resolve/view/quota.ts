import { parseQuantity } from "../../model/kubernetes/quantity.ts";
import type { ComponentView } from "../../model/view/component-view.ts";
import type { DatasourceView } from "../../model/view/datasource-view.ts";
import type { View } from "../../model/view/view.ts";
import type { Origin } from "../../model/origins/origin.ts";
import { traced } from "../traced.ts";

// Headroom above the declared sum for sidecars, operator jobs and a rollout.
const headroom = 1.5;

/**
 * Computes the maximum resources of the namespace: every component at its maximum plus one, every database instance,
 * and headroom.
 */
export function quotaOf(
  components: readonly ComponentView[],
  datasources: readonly DatasourceView[],
  origin: Origin,
): View["quota"] {
  const demands = [
    ...components.map(({ replicas, resources }) => ({
      count: replicas.max === 0 ? 1 : replicas.max + 1,
      cpu: resources.cpu,
      memory: resources.memoryLimit,
      storage: resources.storage,
    })),
    ...datasources.map(({ instances, resources, storage }) => ({
      count: instances === 0 ? 0 : instances + 1,
      cpu: resources.cpu,
      memory: resources.memory,
      storage: storage.size,
    })),
  ];
  const total = (key: "cpu" | "memory" | "storage") =>
    demands.reduce((sum, demand) => sum + demand.count * (parseQuantity(demand[key]) ?? 0), 0);
  const pods = demands.reduce((sum, demand) => sum + demand.count, 0);
  return traced(
    {
      cpu: String(Math.ceil(total("cpu") * headroom) + 1),
      memory: gibibytes(total("memory") * headroom),
      pods: Math.ceil(pods * headroom) + 2,
      storage: gibibytes(total("storage") * headroom),
    },
    origin,
  );
}

function gibibytes(bytes: number): string {
  return `${Math.ceil(bytes / 2 ** 30) + 1}Gi`;
}
