import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { originOf, type Layer } from "../../model/origins/origin.ts";
import { mergeLayers, type LayerValue } from "./merge-layers.ts";

const order: Layer[] = ["application", "environment", "system", "master"];
const leaf = fc.oneof(
  fc.integer(),
  fc.string(),
  fc.boolean(),
  fc.array(fc.integer(), { maxLength: 3 }),
);
const key = fc.constantFrom("a", "b", "c", "d");
const tree = fc.letrec((tie) => ({
  node: fc.oneof(
    { depthSize: "small" },
    leaf,
    fc.constant(null),
    fc.dictionary(key, tie("node"), { maxKeys: 4 }),
  ),
})).node;

function layersOf(values: readonly unknown[]): LayerValue[] {
  return values.map((value, index) => ({
    layer: order[index] ?? "worker",
    value,
    origin: { place: { file: `layer-${index}.yaml`, line: index + 1, column: 1 } },
  }));
}

const merged = (...values: unknown[]) => mergeLayers(layersOf(values))?.value;

describe("mergeLayers", () => {
  it("merges maps, replaces lists and scalars, and removes keys by null", () => {
    expect(merged({ a: 1, b: { c: [1, 2], d: "x" } }, { b: { c: [3] }, a: null })).toEqual({
      b: { c: [3], d: "x" },
    });
  });

  it("starts anew above a null and above a scalar", () => {
    expect(merged({ a: { b: 1 } }, { a: null }, { a: { c: 2 } })).toEqual({ a: { c: 2 } });
    expect(merged({ a: { b: 1 } }, { a: 5 }, { a: { c: 2 } })).toEqual({ a: { c: 2 } });
  });

  it("keeps the chain of layers, strongest first", () => {
    const result = mergeLayers(
      layersOf([{ memory: "1Gi" }, { memory: "2Gi" }, {}, { memory: "4Gi" }]),
    );
    const origin = originOf(result?.value as object, "memory");
    expect(origin?.layer).toBe("master");
    expect(origin?.overrides?.map((over) => [over.origin.layer, over.value])).toEqual([
      ["environment", "2Gi"],
      ["application", "1Gi"],
    ]);
  });

  it("is the identity for a single layer without nulls", () => {
    fc.assert(
      fc.property(fc.dictionary(key, leaf), (value) => {
        expect(merged(value)).toEqual({ ...value });
      }),
    );
  });

  it("is associative without nulls", () => {
    const withoutNull = fc.letrec((tie) => ({
      node: fc.oneof({ depthSize: "small" }, leaf, fc.dictionary(key, tie("node"), { maxKeys: 4 })),
    })).node;
    const map = fc.dictionary(key, withoutNull);
    fc.assert(
      fc.property(map, map, map, (a, b, c) => {
        expect(merged(merged(a, b), c)).toEqual(merged(a, b, c));
      }),
    );
  });

  it("lets the strongest layer win at every leaf it names", () => {
    fc.assert(
      fc.property(fc.dictionary(key, tree), fc.dictionary(key, leaf), (weak, strong) => {
        const value = merged(weak, strong) as Record<string, unknown>;
        for (const name of Object.keys(strong)) expect(value[name]).toEqual(strong[name]);
      }),
    );
  });

  it("never leaves a null or a value without an origin", () => {
    fc.assert(
      fc.property(fc.array(fc.dictionary(key, tree), { minLength: 1, maxLength: 4 }), (values) => {
        const check = (value: unknown): void => {
          expect(value).not.toBeNull();
          if (typeof value !== "object" || value === null || Array.isArray(value)) return;
          for (const [name, child] of Object.entries(value)) {
            expect(originOf(value, name)?.place.line).toBeGreaterThan(0);
            check(child);
          }
        };
        check(mergeLayers(layersOf(values))?.value);
      }),
    );
  });
});
