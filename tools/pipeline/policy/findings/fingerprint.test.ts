import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fingerprint, namedPath } from "./fingerprint.ts";

const subject = {
  rule: "SEC-001",
  environment: "production",
  target: "aws-frankfurt",
  object: "Pod/shop/web",
};

describe("fingerprint", () => {
  it("does not depend on the order of named list items", () => {
    const names = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(names, fc.nat(), (list, choice) => {
        const chosen = list[choice % list.length];
        const print = (order: readonly string[]): string => {
          const root = { containers: order.map((name) => ({ name })) };
          return fingerprint({
            ...subject,
            path: ["containers", order.indexOf(chosen ?? ""), "image"],
            root,
          });
        };
        expect(print(list.toReversed())).toBe(print(list));
      }),
    );
  });

  it("does not depend on the order of scalar list items", () => {
    const values = fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(values, fc.nat(), (list, choice) => {
        const chosen = list[choice % list.length] ?? "";
        const print = (order: readonly string[]): string =>
          fingerprint({ ...subject, path: ["add", order.indexOf(chosen)], root: { add: order } });
        expect(print(list.toReversed())).toBe(print(list));
      }),
    );
  });

  it("differs for a scalar and an item with that name, and for different values", () => {
    const print = (root: unknown): string => fingerprint({ ...subject, path: ["list", 0], root });
    const prints = [{ list: ["a"] }, { list: [{ name: "a" }] }, { list: ["b"] }].map(print);
    expect(new Set(prints).size).toBe(3);
  });

  it("differs for each of several equal items, in any order", () => {
    const items = fc.array(fc.constantFrom("a", "b", "c"), { minLength: 1, maxLength: 8 });
    const naming = fc.constantFrom(
      (item: string): unknown => item,
      (name: string) => ({ name }),
    );
    fc.assert(
      fc.property(items, naming, (list, named) => {
        const prints = (order: readonly string[]): string[] => {
          const root = { list: order.map(named) };
          return order
            .map((_, index) => fingerprint({ ...subject, path: ["list", index], root }))
            .sort();
        };
        expect(new Set(prints(list)).size).toBe(list.length);
        expect(prints(list.toReversed())).toEqual(prints(list));
      }),
    );
  });

  it.each([
    { detail: "Egress" },
    { rule: "SEC-002" },
    { environment: "staging" },
    { target: "other" },
    { object: "Pod/shop/x" },
    { path: ["spec"] },
  ])("differs for %j", (other) => {
    const base = { ...subject, path: ["metadata"], root: {} };
    expect(fingerprint({ ...base, ...other })).not.toBe(fingerprint(base));
  });

  it("keeps positions of unnamed items, and continues past missing values", () => {
    const root = { rules: [{ verbs: ["*"] }], containers: [{ name: "web" }] };
    expect(namedPath(root, ["rules", 0, "verbs", 0])).toEqual(["rules", 0, "verbs", 0]);
    expect(namedPath(root, ["containers", 0, "securityContext", "privileged"])).toEqual([
      "containers",
      "web",
      "securityContext",
      "privileged",
    ]);
  });
});
