import { isIP } from "node:net";
import { Environment } from "@marcbachmann/cel-js";
import { parseAddressRange } from "../address-range.ts";
import { parseQuantity } from "../../model/kubernetes/quantity.ts";
import { compilePattern } from "../schema/compile-pattern.ts";

/** CEL with the Kubernetes functions that the rules of the installed add-ons use. */
export function ruleEnvironment(): Environment {
  const environment = new Environment({
    enableOptionalTypes: true,
    homogeneousAggregateLiterals: false,
    limits: { maxAstNodes: 100_000, maxDepth: 250 },
  });
  environment.registerVariable("self", "dyn");
  environment.registerFunction("string.matchesGo(string): bool", matches);
  environment.registerFunction("isIP(string): bool", (text: string) => isIP(text) !== 0);
  environment.registerFunction("isCIDR(string): bool", (text: string) => !!parseAddressRange(text));
  environment.registerFunction("isURL(string): bool", (text: string) => isUrl(text));
  environment.registerFunction(
    "isQuantity(string): bool",
    (text: string) => parseQuantity(text) !== undefined,
  );
  environment.registerFunction("list.sum(): dyn", sum);
  environment.registerFunction("list.min(): dyn", (list: Numbers) =>
    findExtreme(list, (one, other) => one < other),
  );
  environment.registerFunction("list.max(): dyn", (list: Numbers) =>
    findExtreme(list, (one, other) => one > other),
  );
  environment.registerFunction("list.isSorted(): bool", isSorted);
  return environment;
}

/**
 * Adapts a rule's text to this evaluator: its `matches` takes JavaScript patterns, and its `has` takes no list element.
 */
export function adaptRule(rule: string): string {
  return rule
    .replaceAll(".matches(", ".matchesGo(")
    .replaceAll(/\bhas\(([\w.]+\[\d+\])\.(\w+)\)/g, '("$2" in $1)');
}

const patterns = new Map<string, RegExp>();

function matches(text: string, pattern: string): boolean {
  const compiled = patterns.get(pattern) ?? compilePattern(pattern);
  if (compiled === undefined) throw new Error(`the pattern ${pattern} is not supported`);
  patterns.set(pattern, compiled);
  return compiled.test(text);
}

// An absolute URL, or one that begins with a slash, as in Kubernetes.
function isUrl(text: string): boolean {
  return text.startsWith("/") ? URL.canParse(text, "http://localhost") : URL.canParse(text);
}

type Value = number | bigint;
type Numbers = readonly Value[];

function sum(list: Numbers): number | bigint {
  if (list.every((element) => typeof element === "bigint")) {
    return list.reduce((total, element) => total + element, 0n);
  }
  return list.reduce<number>((total, element) => total + Number(element), 0);
}

function findExtreme(list: Numbers, isBetter: (one: Value, other: Value) => boolean): Value {
  const [first, ...rest] = list;
  if (first === undefined) throw new Error("the list is empty");
  return rest.reduce((best, element) => (isBetter(element, best) ? element : best), first);
}

function isSorted(list: readonly (number | bigint | string)[]): boolean {
  return list.every((element, index) => index === 0 || (list[index - 1] ?? element) <= element);
}
