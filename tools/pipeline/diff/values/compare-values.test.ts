import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareValues } from "./compare-values.ts";

const paths = (base: unknown, head: unknown) =>
  compareValues(base, head).map(({ path, change }) => `${change} ${path.join(".")}`);

describe("compareValues", () => {
  it("matches containers by name, whatever their turn", () => {
    const base = {
      containers: [
        { name: "a", image: "a:1" },
        { name: "b", image: "b:1" },
      ],
    };
    const head = {
      containers: [
        { name: "b", image: "b:2" },
        { name: "a", image: "a:1" },
      ],
    };
    expect(paths(base, head)).toEqual(["changed containers.b.image", "reordered containers"]);
  });

  it("does not call an insertion at the front a change of everything behind it", () => {
    const base = { env: [{ name: "A", value: "1" }] };
    const head = {
      env: [
        { name: "NEW", value: "0" },
        { name: "A", value: "1" },
      ],
    };
    expect(paths(base, head)).toEqual(["added env.NEW"]);
  });

  it("falls back to a composed key where names are absent", () => {
    const base = {
      ports: [
        { port: 80, protocol: "TCP" },
        { port: 80, protocol: "UDP" },
      ],
    };
    const head = {
      ports: [
        { port: 80, protocol: "TCP" },
        { port: 80, protocol: "UDP", nodePort: 1 },
      ],
    };
    expect(paths(base, head)).toEqual(["added ports.80/UDP.nodePort"]);
  });

  it("pairs nameless items by content, and those that changed by turn", () => {
    const base = { egress: [{ to: ["x"] }, { to: ["y"] }, { to: ["z"] }] };
    const head = { egress: [{ to: ["y"] }, { to: ["w"] }, { to: ["z"] }] };
    expect(paths(base, head)).toEqual([
      "removed egress.1.to.x",
      "added egress.1.to.w",
      "reordered egress",
    ]);
  });

  it("compares quantities by value and says that only the spelling changed", () => {
    expect(paths({ limits: { cpu: "1000m" } }, { limits: { cpu: 1 } })).toEqual([
      "same-meaning limits.cpu",
    ]);
    expect(paths({ limits: { cpu: "1000m" } }, { limits: { cpu: 2 } })).toEqual([
      "changed limits.cpu",
    ]);
    expect(paths({ labels: { version: "1000m" } }, { labels: { version: "1" } })).toEqual([
      "changed labels.version",
    ]);
  });

  it("takes a command line as one value", () => {
    expect(paths({ args: ["-a", "-b"] }, { args: ["-b", "-a"] })).toEqual(["changed args"]);
  });

  it("tells equal items of a list apart from one that reads like their count", () => {
    const list = ["retry", "retry", "retry (2)"];
    expect(paths({ list }, { list: [...list] })).toEqual([]);
    expect(paths({ list }, { list: ["retry (2)"] })).toHaveLength(2);
  });

  it("takes a field that JavaScript's objects have for one like any other", () => {
    const base = { toString: [{ name: "a" }], constructor: [1] };
    expect(paths(base, structuredClone(base))).toEqual([]);
  });

  it("finds nothing in equal values, and the reverse finds the same paths", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (left, right) => {
        expect(compareValues(left, structuredClone(left))).toEqual([]);
        expect(compareValues(left, right).length).toBe(compareValues(right, left).length);
      }),
    );
  });

  it("survives a thousand nameless items", () => {
    const base = Array.from({ length: 1000 }, (_, index) => ({ at: [index] }));
    const head = base.toReversed();
    expect(compareValues({ list: base }, { list: head }).map(({ change }) => change)).toEqual([
      "reordered",
    ]);
  });
});
