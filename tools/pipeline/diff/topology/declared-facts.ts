import { isRecord } from "../../model/values/json-record.ts";
import type { View } from "../../model/view/view.ts";

/**
 * Describes declarations that rules check and manifests may not show, as text by subject: patterns, objectives,
 * consumers, data residency and sensitivity. Traffic shares are separate facts.
 */
export function declaredFacts({ environment, system }: View): Record<string, string> {
  const { "active-active": active, ...patterns } = system.patterns;
  const { shares: _shares, ...contract } = active ?? {};
  return Object.fromEntries([
    ["residency", environment.residency.join(", ")],
    ["data class", system.dataClass ?? "none"],
    ...wordEach("pattern", { ...patterns, ...(active ? { "active-active": contract } : {}) }),
    ...wordEach("objective", system.objectives),
    ...system.consumers.map(({ name, ...consumer }) => [`consumer ${name}`, wordsOf(consumer)]),
  ]) as Record<string, string>;
}

function wordEach(kind: string, values: Readonly<Record<string, unknown>>): [string, string][] {
  return Object.entries(values).map(([name, value]) => [`${kind} ${name}`, wordsOf(value)]);
}

/** `onto gcp-belgium, when requestsPerSecond 1800, when for 2m`. */
function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join(" and ");
  if (!isRecord(value)) return String(value);
  return Object.entries(value)
    .flatMap(([key, part]) => leavesOf(key, part))
    .join(", ");
}

function leavesOf(key: string, value: unknown): string[] {
  if (!isRecord(value)) return [`${key} ${wordsOf(value)}`];
  return Object.entries(value).flatMap(([inner, part]) => leavesOf(`${key} ${inner}`, part));
}
