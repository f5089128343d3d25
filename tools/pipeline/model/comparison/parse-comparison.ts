import type { Comparison } from "./comparison.ts";
import definition from "../../../../docs/reference/report.schema.json" with { type: "json" };
import { validatorFor } from "../estate/compile-schema.ts";

/** Parses a comparison from untrusted JSON; undefined, with the first faults, if it does not match the schema. */
export function parseComparison(
  text: string,
): { readonly comparison: Comparison } | { readonly faults: readonly string[] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { faults: ["it is not JSON"] };
  }
  const isComparison = validatorFor(definition);
  if (isComparison(value)) return { comparison: value as Comparison };
  const faults = (isComparison.errors ?? []).slice(0, 5);
  return {
    faults: faults.map(({ instancePath, message = "" }) => `${instancePath || "it"} ${message}`),
  };
}
