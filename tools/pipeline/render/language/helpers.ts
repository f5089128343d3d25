import { durationSeconds } from "../../model/values/durations.ts";
import { isRecord } from "../../model/values/json-record.ts";
import { parseQuantity } from "../../model/kubernetes/quantity.ts";
import { sha256 } from "../../model/values/sha256.ts";

/** The result of a helper, or the problem with its arguments. */
type Outcome = { readonly value: unknown } | { readonly problem: string };

interface Helper {
  readonly least: number;
  readonly most: number;
  readonly run: (args: readonly unknown[]) => Outcome;
}

/** The helpers that need only the values of their arguments. */
export const helpers: Readonly<Record<string, Helper>> = {
  eq: exactly(2, ([left, right]) => given(left === right)),
  ne: exactly(2, ([left, right]) => given(left !== right)),
  gt: numbers((left, right) => left > right),
  lt: numbers((left, right) => left < right),
  add: numbers((left, right) => left + right, Infinity),
  multiply: numbers((left, right) => left * right, Infinity),
  lower: exactly(1, ([text]) => ofText(text, (known) => known.toLowerCase())),
  upper: exactly(1, ([text]) => ofText(text, (known) => known.toUpperCase())),
  replace: exactly(3, replace),
  concat: { least: 1, most: Infinity, run: (args) => joined(args, "") },
  join: exactly(2, join),
  keys: exactly(1, keys),
  distinct: exactly(2, distinct),
  json: exactly(1, ([value]) => given(JSON.stringify(value))),
  checksum: exactly(1, ([value]) => given(checksum(value))),
  quantity: exactly(1, ([value]) =>
    measured(parseQuantity(value), "a quantity such as 500m or 4Gi"),
  ),
  seconds: exactly(1, ([value]) => measured(duration(value), "a duration such as 30s or 15m")),
  milliseconds: exactly(1, ([value]) =>
    measured(times1000(duration(value)), "a duration such as 30s or 15m"),
  ),
};

/** The helpers that need more than values: they skip arguments, look into containers, or render. */
export const specialHelpers: Readonly<
  Record<string, { readonly least: number; readonly most: number }>
> = {
  and: { least: 2, most: Infinity },
  or: { least: 2, most: Infinity },
  not: { least: 1, most: 1 },
  default: { least: 2, most: 2 },
  lookup: { least: 2, most: 2 },
  config: { least: 1, most: 1 },
};

/** Every helper's name, sorted. */
export const helperNames: readonly string[] = [
  ...Object.keys(helpers),
  ...Object.keys(specialHelpers),
].sort();

function given(value: unknown): Outcome {
  return { value };
}

function exactly(count: number, run: Helper["run"]): Helper {
  return { least: count, most: count, run };
}

function numbers(combine: (left: number, right: number) => unknown, most = 2): Helper {
  const run: Helper["run"] = (args) => {
    const strange = args.findIndex((arg) => typeof arg !== "number");
    if (strange >= 0) return { problem: `takes numbers, not ${nameOf(args[strange])}` };
    const [first, ...others] = args as number[];
    const result = others.reduce<unknown>((sum, next) => combine(sum as number, next), first);
    if (typeof result === "number" && !Number.isFinite(result))
      return { problem: "does not return a number" };
    return given(result);
  };
  return { least: 2, most, run };
}

function ofText(value: unknown, change: (text: string) => string): Outcome {
  if (typeof value !== "string") return { problem: `takes a text, not ${nameOf(value)}` };
  return given(change(value));
}

function replace([text, what, by]: readonly unknown[]): Outcome {
  if (typeof what !== "string" || what === "" || typeof by !== "string") {
    return { problem: "takes a text, the text to replace and the text to put there" };
  }
  // A function, because `$&` and similar have a meaning in a replacement string.
  return ofText(text, (known) => known.replaceAll(what, () => by));
}

function join([list, separator]: readonly unknown[]): Outcome {
  if (!Array.isArray(list)) return { problem: `takes a list, not ${nameOf(list)}` };
  if (typeof separator !== "string") return { problem: "takes a text between the elements" };
  return joined(list, separator);
}

function joined(values: readonly unknown[], separator: string): Outcome {
  const strange = values.findIndex((value) => !isScalar(value));
  if (strange >= 0) return { problem: `joins texts and numbers, not ${nameOf(values[strange])}` };
  return given(values.map(String).join(separator));
}

function isScalar(value: unknown): value is string | number | boolean {
  return ["string", "number", "boolean"].includes(typeof value);
}

function keys([map]: readonly unknown[]): Outcome {
  if (typeof map !== "object" || map === null || Array.isArray(map)) {
    return { problem: `takes a map, not ${nameOf(map)}` };
  }
  return given(Object.keys(map));
}

function distinct([list, key]: readonly unknown[]): Outcome {
  if (!Array.isArray(list)) return { problem: `takes a list, not ${nameOf(list)}` };
  if (typeof key !== "string") return { problem: "takes the key to read of each element" };
  const values = list.flatMap((item: unknown) =>
    isRecord(item) && Object.hasOwn(item, key) ? [item[key]] : [],
  );
  return given([...new Set(values)]);
}

function checksum(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return sha256(text);
}

function duration(value: unknown): number | undefined {
  return typeof value === "string" ? durationSeconds(value) : undefined;
}

function times1000(seconds: number | undefined): number | undefined {
  return seconds === undefined ? undefined : Math.round(seconds * 1000);
}

function measured(value: number | undefined, form: string): Outcome {
  return value === undefined ? { problem: `takes ${form}` } : given(value);
}

/** Names the kind of a value for messages. */
export function nameOf(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a map";
  return typeof value === "string" ? "a text" : `a ${typeof value}`;
}
