import { expect, it } from "vitest";
import { withoutTemplateStrings } from "./without-template-strings.ts";

it.each([
  ['$"plain"', 'sprintf("plain", [])'],
  ['$"{a.b} runs {f(c, "x")} at 5%"', 'sprintf("%v runs %v at 5%%", [a.b, f(c, "x")])'],
  [String.raw`$"a \{b} {c}"`, String.raw`sprintf("a \{b} %v", [c])`],
  ['"no {template}"', '"no {template}"'],
  ['x := $"{a}"\ny := $"{b}"', 'x := sprintf("%v", [a])\ny := sprintf("%v", [b])'],
])("withoutTemplateStrings(%j) is %j", (text, expected) => {
  expect(withoutTemplateStrings(text)).toBe(expected);
});
