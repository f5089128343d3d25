import type { PolicyBundle } from "../../../pipeline/policy/bundle/policy-bundle.ts";
import { exampleInput } from "../examples/evaluate-example.ts";
import { readExamples } from "../examples/read-examples.ts";

/** The parts of an estate input that are maps by name, and those that are lists. */
const maps = [
  "environments",
  "targets",
  "providers",
  "applications",
  "images",
  "rules",
  "considered",
] as const;
const lists = ["placements", "resources"] as const;

/** The parts that the input of an environment lacks. */
const absent = { images: {}, rules: {}, considered: {} };

type Estate = Record<(typeof maps)[number], Record<string, unknown>> &
  Record<(typeof lists)[number], Record<string, unknown>[]> &
  Record<string, unknown>;

/**
 * Builds inputs of any size from the estates of all examples, so that every rule of the scope has work. Each copy has
 * its own environments, targets, providers and applications.
 */
export async function scalableEstate(
  bundle: PolicyBundle,
  scope: "environment" | "estate",
): Promise<(copies: number) => string> {
  const estates: Estate[] = [];
  for (const example of await readExamples())
    if (example.wider?.scope === scope)
      estates.push({ ...absent, ...exampleInput(example, bundle).input } as Estate);
  const [first] = estates;
  if (!first) throw new Error(`no example of scope ${scope}`);
  return (copies) => {
    const whole: Estate = { ...first };
    for (const part of maps) whole[part] = {};
    for (const part of lists) whole[part] = [];
    for (let copy = 0; copy < copies; copy += 1)
      for (const [index, estate] of estates.entries())
        add(whole, renamed(estate, `${index}-${copy}`));
    return JSON.stringify(whole);
  };
}

function add(whole: Estate, estate: Estate): void {
  for (const part of maps) Object.assign(whole[part], estate[part]);
  for (const part of lists) whole[part].push(...estate[part]);
}

/** Renames an estate: replaces each name where it is a whole value or key. */
function renamed(estate: Estate, suffix: string): Estate {
  const named = lists.flatMap((part) => estate[part]);
  const names = new Set([
    ...maps.flatMap((part) => Object.keys(estate[part])),
    ...named.flatMap(({ environment, target, provider }) => [environment, target, provider]),
  ]);
  const rename = (value: unknown): unknown => {
    if (typeof value === "string") return names.has(value) ? `${value}-${suffix}` : value;
    if (Array.isArray(value)) return value.map(rename);
    if (typeof value !== "object" || value === null) return value;
    // An environment often has the name of its tier.
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        rename(key),
        key === "tier" ? item : rename(item),
      ]),
    );
  };
  const copy = { ...estate };
  for (const part of maps) copy[part] = rename(estate[part]) as Estate[typeof part];
  for (const part of lists) copy[part] = rename(estate[part]) as Estate[typeof part];
  return copy;
}
