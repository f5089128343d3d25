import { describe, expect, it } from "vitest";
import { capacityOf } from "./capacity-of.ts";

const nodes = { type: "server", max: 10, zones: ["a"] };

describe("capacityOf", () => {
  it("returns the cores and bytes of all nodes", () => {
    expect(capacityOf({ ...nodes, cpu: "7500m", memory: "2Gi" })).toEqual({
      capacity: { cpu: 75, memory: 20 * 2 ** 30 },
    });
  });

  it("returns nothing if the size of a node is undeclared", () => {
    expect(capacityOf({ ...nodes, cpu: "8" })).toEqual({});
    expect(capacityOf({ ...nodes, memory: "2Gi" })).toEqual({});
  });
});
