import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { helperNames, helpers } from "./helpers.ts";

const run = (name: string, ...args: unknown[]) => helpers[name]?.run(args);

describe("helpers", () => {
  it.each([
    ["join", [["a", 1, true], ", "], "a, 1, true"],
    ["distinct", [[{ why: "a" }, { why: "b" }, { why: "a" }, {}], "why"], ["a", "b"]],
    ["concat", ["a", 1], "a1"],
    ["replace", ["a.b.c", ".", "$&"], "a$&b$&c"],
    ["lower", ["ÄB"], "äb"],
    ["upper", ["äb"], "ÄB"],
    ["json", [{ a: [1, "x"] }], '{"a":[1,"x"]}'],
    ["add", [1, 2, 3], 6],
    ["multiply", [2, 3, 4], 24],
    ["keys", [{ b: 1, a: 2 }], ["b", "a"]],
    ["quantity", ["4Gi"], 4294967296],
    ["quantity", ["500m"], 0.5],
    ["seconds", ["15m"], 900],
    ["milliseconds", ["30s"], 30000],
    ["checksum", ["a"], "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"],
    ["eq", ["1", 1], false],
  ])("%s of %j is %j", (name, args, value) => {
    expect(run(name, ...args)).toEqual({ value });
  });

  it.each([
    ["join", ["a", ","]],
    ["distinct", ["a", "why"]],
    ["distinct", [[], 1]],
    ["join", [[{}], ","]],
    ["concat", [null, "a"]],
    ["replace", ["a", "", "b"]],
    ["lower", [1]],
    ["add", [1, "2"]],
    ["multiply", [1e308, 1e308]],
    ["gt", ["2", 1]],
    ["keys", [[1]]],
    ["quantity", ["much"]],
    ["seconds", [30]],
    ["milliseconds", ["soon"]],
  ])("%s of %j says what is wrong", (name, args) => {
    expect(run(name, ...args)).toEqual({ problem: expect.any(String) });
  });

  it("all stand in the reference, and no others", () => {
    const page = readFileSync(
      new URL("../../../../docs/reference/templates.md", import.meta.url),
      "utf8",
    );
    const section = page.slice(page.indexOf("## Helpers"), page.indexOf("## Config files"));
    const rows = section.split("\n").filter((line) => line.startsWith("| `"));
    const named = rows.flatMap((row) =>
      [...(row.split("|")[1] ?? "").matchAll(/`([a-z]+) /g)].map(([, name]) => name),
    );
    expect(named.toSorted((left = "", right = "") => (left < right ? -1 : 1))).toEqual(helperNames);
  });
});
