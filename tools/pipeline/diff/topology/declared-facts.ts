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
    ...describeEach("pattern", { ...patterns, ...(active ? { "active-active": contract } : {}) }),
    ...describeEach("objective", system.objectives),
    ...system.consumers.map(({ name, ...consumer }) => [`consumer ${name}`, describe(consumer)]),
  ]) as Record<string, string>;
}

function describeEach(kind: string, values: Readonly<Record<string, unknown>>): [string, string][] {
  return Object.entries(values).map(([name, value]) => [`${kind} ${name}`, describe(value)]);
}

/** Phrases of keys that read badly as `key value`. */
const phrases: Readonly<Record<string, (value: unknown) => string>> = {
  onto: (value) => `to ${describe(value)}`,
  when: (value) => {
    const { requestsPerSecond, for: period } = value as Readonly<Record<string, unknown>>;
    return `above ${describe(requestsPerSecond)} requests/s for ${describe(period)}`;
  },
  usual: (value) => `usually ${describe(value)} requests/s`,
  peak: (value) => `peak ${describe(value)} requests/s`,
  pricesNotOlderThan: (value) => `prices at most ${describe(value)} old`,
  median: (value) => `median latency ${describe(value)}`,
};

/** `to gcp-belgium, above 1,800 requests/s for 2 min`. */
function describe(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join(" and ");
  if (typeof value === "number") return value.toLocaleString("en-US");
  if (!isRecord(value)) return String(value).replace(/^(\d+)m$/, "$1 min");
  return Object.entries(value)
    .map(([key, part]) => describeKey(key, part))
    .join(", ");
}

function describeKey(key: string, value: unknown): string {
  const phrase = phrases[key];
  if (phrase) return phrase(value);
  return isRecord(value) ? describe(value) : `${key} ${describe(value)}`;
}
