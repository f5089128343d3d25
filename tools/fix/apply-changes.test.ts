import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { applyChanges } from "./apply-changes.ts";
import type { YamlChange } from "./change.ts";
import { readYamlText } from "./read-yaml-text.ts";

const text = `# head
a: 1 # one
list:
  # first
  - name: x

  # second
  - name: y # why
b: { c: 2, d: 3 }
`;
const source = readYamlText("file.yaml", text);
const at = (part: string): number => text.indexOf(part);
const apply = (...changes: YamlChange[]) => applyChanges(source, changes);

describe("applyChanges", () => {
  it.for([
    [
      "the first element with its comment",
      at("name: x"),
      "list:\n  # second\n  - name: y # why\nb",
    ],
    ["the last element with its comment", at("name: y"), "  - name: x\nb:"],
  ] as const)("removes %s", ([, item, rest]) => {
    expect(apply({ kind: "remove-item", item })).toEqual({
      text: expect.stringContaining(rest) as string,
    });
  });

  it("leaves an empty list when all elements are removed", () => {
    const applied = apply(
      { kind: "remove-item", item: at("name: x") },
      { kind: "remove-item", item: at("name: y") },
    );
    expect(applied).toEqual({ text: "# head\na: 1 # one\nlist: []\nb: { c: 2, d: 3 }\n" });
  });

  it("applies equal changes once and combines changes of one map", () => {
    const map = at("{ c");
    const set = { kind: "set", map, keys: ["e", "f"], value: true } as const;
    const applied = apply(set, set, { ...set, keys: ["e", "g"], value: ["h"] });
    expect(applied).toEqual({
      text: text.replace("d: 3", "d: 3, e: { f: true, g: [h] }"),
    });
  });

  it.for([
    ["in a map of an element", "name: y", ["more", "k"]],
    ["below a key", "name: x", ["other"]],
  ] as const)("keeps Windows line endings when it adds a key %s", ([, inside, keys]) => {
    const windows = text.replaceAll("\n", "\r\n");
    const add = (whole: string): YamlChange => ({
      kind: "set",
      map: whole.indexOf(inside),
      keys,
      value: true,
    });
    const expected = apply(add(text));
    expect(applyChanges(readYamlText("file.yaml", windows), [add(windows)])).toEqual({
      text: "text" in expected ? expected.text.replaceAll("\n", "\r\n") : "",
    });
  });

  it.for([
    [
      "different values for the same key",
      { kind: "set", map: at("{ c"), keys: ["e"], value: true },
      { kind: "set", map: at("{ c"), keys: ["e"], value: false },
      "different values for the same key",
    ],
    [
      "different texts for one",
      { kind: "replace", from: at("1 #"), to: at(" # one"), text: "4" },
      { kind: "replace", from: at("1 #"), to: at(" # one"), text: "5" },
      "the same text differently",
    ],
    [
      "a value and its end",
      { kind: "remove-key", key: at("a: 1") },
      { kind: "replace", from: at("1 #"), to: at(" # one"), text: "5" },
      "the same text differently",
    ],
  ] as const)("refuses %s", ([, first, second, why]) => {
    expect(apply(first, second)).toEqual({ problem: expect.stringContaining(why) as string });
  });

  it("makes exactly the requested changes in any combination", () => {
    const changes: readonly (readonly [YamlChange, (value: Record<string, unknown>) => void])[] = [
      [{ kind: "remove-key", key: at("a: 1") }, (value) => delete value["a"]],
      [
        { kind: "remove-key", key: at("c: 2") },
        (value) => delete (value["b"] as Record<string, unknown>)["c"],
      ],
      [
        { kind: "replace", from: at("x\n"), to: at("x\n") + 1, text: "z" },
        (value) => Object.assign((value["list"] as object[])[0] ?? {}, { name: "z" }),
      ],
      [
        { kind: "set", map: at("name: y"), keys: ["more", "k"], value: "v: w" },
        (value) => Object.assign((value["list"] as object[])[1] ?? {}, { more: { k: "v: w" } }),
      ],
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray([...changes]), (chosen) => {
        const applied = applyChanges(
          source,
          chosen.map(([change]) => change),
        );
        const wanted = parse(text) as Record<string, unknown>;
        for (const [, change] of chosen) change(wanted);
        const result = "text" in applied ? applied.text : applied.problem;
        expect(parse(result)).toEqual(wanted);
        for (const comment of ["# head", "# first", "# second", "# why"])
          expect(result).toContain(comment);
      }),
    );
  });
});
