import { expect, it } from "vitest";
import { selectorMatches } from "./label-selector.ts";

const labels = { app: "shop", tier: "web" };
const expression = (key: string, operator: string, values?: readonly string[]) => ({
  matchExpressions: [{ key, operator, ...(values ? { values } : {}) }],
});

it.each([
  ["nothing", {}, true],
  ["a label that is held", { matchLabels: { app: "shop" } }, true],
  ["a label with another value", { matchLabels: { app: "shop", tier: "db" } }, false],
  ["one of several values", expression("tier", "In", ["db", "web"]), true],
  ["none of several values", expression("tier", "NotIn", ["db"]), true],
  ["a value of a label that is not held", expression("zone", "NotIn", ["a"]), true],
  ["a label that exists", expression("app", "Exists"), true],
  ["a label that does not exist", expression("zone", "DoesNotExist"), true],
  ["a label that only JavaScript's objects have", expression("constructor", "Exists"), false],
  ["an operator that there is not", expression("app", "Like", ["shop"]), false],
])("tells whether labels fit %s", (_, selector, fits) => {
  expect(selectorMatches(selector, labels)).toBe(fits);
});
