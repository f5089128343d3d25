import { expect, it } from "vitest";
import { tomlOffsets } from "./toml-offsets.ts";

const text = `a = 1
"b.c" = "x" # not the key = 2
[server.'http port']
url = "u"
text = """
fake = 1
"""
list = [
  1, 2 ]
[[group]]
name = "one"
[[group]]
name = "two"
[group.deep]
x.y = { z = 1 }
`;

it.each([
  [["a"], "1"],
  [["b.c"], '"x"'],
  [["server", "http port", "url"], '"u"'],
  [["server", "http port", "fake"], "[server"],
  [["server", "http port", "list", 1], "["],
  [["group", 0, "name"], '"one"'],
  [["group", 1, "name"], '"two"'],
  [["group", 1, "deep", "x", "y", "z"], "{ z"],
  [["gone"], "a = 1"],
] as const)("finds %j", (path, expected) => {
  expect(text.slice(tomlOffsets(text)(path)).startsWith(expected)).toBe(true);
});
