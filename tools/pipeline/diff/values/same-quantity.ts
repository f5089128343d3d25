import { parseQuantity } from "../../model/kubernetes/quantity.ts";

/** Kubernetes API fields of type quantity, by the name of the field or of its map. */
const quantityFields: ReadonlySet<string> = new Set([
  "requests",
  "limits",
  "hard",
  "capacity",
  "overhead",
  "size",
  "sizeLimit",
  "averageValue",
  "value",
  "cpu",
  "memory",
  "storage",
  "ephemeral-storage",
]);

/**
 * Returns whether two values at a path are the same quantity spelled differently: `1` and `1000m`, `1Gi` and `1024Mi`.
 */
export function isSameQuantity(path: readonly string[], base: unknown, head: unknown): boolean {
  if (!path.slice(-2).some((step) => quantityFields.has(step))) return false;
  const before = parseQuantity(base);
  return before !== undefined && before === parseQuantity(head);
}
