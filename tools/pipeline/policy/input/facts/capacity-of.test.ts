import { describe, expect, it } from "vitest";
import { capacityOf } from "./capacity-of.ts";

const nodes = { type: "server", max: 10, zones: ["a"] };

describe("capacityOf", () => {
  it("gives cores and bytes of all nodes", () => {
    expect(capacityOf({ ...nodes, cpu: "7500m", memory: "2Gi" })).toEqual({
      capacity: { cpu: 75, memory: 20 * 2 ** 30 },
    });
  });

  it("gives nothing where nobody says what one node has", () => {
    expect(capacityOf({ ...nodes, cpu: "8" })).toEqual({});
    expect(capacityOf({ ...nodes, memory: "2Gi" })).toEqual({});
  });
});
