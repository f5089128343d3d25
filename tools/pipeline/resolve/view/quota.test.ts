import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseQuantity } from "../../model/kubernetes/quantity.ts";
import type { ComponentView } from "../../model/view/component-view.ts";
import type { DatasourceView } from "../../model/view/datasource-view.ts";
import { quotaOf } from "./quota.ts";

const origin = { place: { file: "worker.yaml", line: 1, column: 1 } };

interface Demand {
  readonly count: number;
  readonly cpu: number;
  readonly memory: number;
  readonly storage: number;
}

const demand = fc.record({
  count: fc.nat({ max: 20 }),
  cpu: fc.nat({ max: 8000 }),
  memory: fc.nat({ max: 64 }),
  storage: fc.nat({ max: 64 }),
});

function quota(components: readonly Demand[], datasources: readonly Demand[] = []) {
  const { cpu, memory, pods, storage } = quotaOf(
    components.map(componentWith),
    datasources.map(datasourceWith),
    origin,
  );
  return {
    cpu: parseQuantity(cpu) ?? 0,
    memory: (parseQuantity(memory) ?? 0) / 2 ** 30,
    pods,
    storage: (parseQuantity(storage) ?? 0) / 2 ** 30,
  };
}

function componentWith({ count, cpu, memory, storage }: Demand) {
  return {
    replicas: { min: 0, max: count },
    resources: {
      cpu: `${cpu}m`,
      memory: "1Mi",
      memoryLimit: `${memory}Gi`,
      storage: `${storage}Gi`,
    },
  } as unknown as ComponentView;
}

function datasourceWith({ count, cpu, memory, storage }: Demand) {
  return {
    instances: count,
    resources: { cpu: `${cpu}m`, memory: `${memory}Gi` },
    storage: { size: `${storage}Gi` },
  } as unknown as DatasourceView;
}

const keys = ["cpu", "memory", "pods", "storage"] as const;

describe("quotaOf", () => {
  it("leaves room for every component and database at its maximum plus one replica", () => {
    fc.assert(
      fc.property(fc.array(demand), fc.array(demand), (components, datasources) => {
        const limits = quota(components, datasources);
        const all = [...components, ...datasources.filter(({ count }) => count > 0)];
        const total = (amount: (one: Demand) => number) =>
          all.reduce((sum, one) => sum + (one.count + 1) * amount(one), 0);
        expect(limits.cpu).toBeGreaterThan(total(({ cpu }) => cpu) / 1000);
        expect(limits.memory).toBeGreaterThan(total(({ memory }) => memory));
        expect(limits.storage).toBeGreaterThan(total(({ storage }) => storage));
        expect(limits.pods).toBeGreaterThan(total(() => 1));
      }),
    );
  });

  it("never shrinks with an additional component or database", () => {
    fc.assert(
      fc.property(fc.array(demand), fc.array(demand), demand, (components, datasources, more) => {
        const before = quota(components, datasources);
        const withComponent = quota([...components, more], datasources);
        const withDatasource = quota(components, [...datasources, more]);
        for (const key of keys) {
          expect(withComponent[key]).toBeGreaterThanOrEqual(before[key]);
          expect(withDatasource[key]).toBeGreaterThanOrEqual(before[key]);
        }
      }),
    );
  });

  it("adds one replica for a rollout, and half of the sum as headroom", () => {
    const one = { count: 3, cpu: 1000, memory: 2, storage: 4 };
    const expected = { cpu: 7, memory: 13, pods: 8, storage: 25 };
    expect(quota([one])).toEqual(expected);
    expect(quota([], [one])).toEqual(expected);
  });

  it("ignores databases of other targets", () => {
    const remote = { count: 0, cpu: 1000, memory: 8, storage: 100 };
    expect(quota([], [remote])).toEqual(quota([]));
  });
});
