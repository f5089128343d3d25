import { describe, expect, it } from "vitest";
import { mutateObject } from "./mutate-object.ts";

const service = {
  apiVersion: "v1",
  kind: "Service",
  metadata: { name: "web", namespace: "shop" },
  spec: { ports: [{ port: 80 }, { port: 90 }] },
};

describe("mutateObject", () => {
  it("changes one value at a time, but never the address of the object", () => {
    const mutants = mutateObject(service, new Set());
    expect(mutants.map(({ title }) => title)).toContain("Service: spec.ports.[].port negative");
    expect(mutants.filter(({ title }) => title.includes("metadata"))).toEqual([]);
    const negative = mutants.find(({ title }) => title.endsWith("port negative"));
    expect(negative?.object).toEqual({
      ...service,
      spec: { ports: [{ port: -1 }, { port: 90 }] },
    });
  });

  it("tests each path of a kind once over all manifests", () => {
    const seen = new Set<string>();
    const titles = mutateObject(service, seen).map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
    expect(mutateObject(service, seen)).toEqual([]);
  });

  it("does not change the given manifest", () => {
    const before = structuredClone(service);
    mutateObject(service, new Set());
    expect(service).toEqual(before);
  });
});
