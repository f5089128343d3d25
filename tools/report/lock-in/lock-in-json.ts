import type { ScoredEnvironment } from "./lock-in-text.ts";

/** Prints scores as JSON, in the versioned form of docs/reference/lock-in.md. */
export function lockInJson(asOf: string, scored: readonly ScoredEnvironment[]): string {
  const document = {
    apiVersion: "altostrata.dev/lock-in/v1",
    asOf,
    environments: Object.fromEntries(scored.map(({ environment, score }) => [environment, score])),
  };
  return `${JSON.stringify(document, rounded, 2)}\n`;
}

/** Six decimals are enough for money and shares, and hide rounding errors. */
function rounded(_key: string, value: unknown): unknown {
  return typeof value === "number" ? Math.round(value * 1e6) / 1e6 : value;
}
