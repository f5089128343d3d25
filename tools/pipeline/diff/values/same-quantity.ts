import { parseQuantity } from "../../model/kubernetes/quantity.ts";

/** Fields of Kubernetes' API whose type is a quantity, by the name of the field or of the map that holds them. */
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

/** Whether two values at a path of an object are one quantity in two spellings: `1` and `1000m`, `1Gi` and `1024Mi`. */
export function isSameQuantity(path: readonly string[], base: unknown, head: unknown): boolean {
  if (!path.slice(-2).some((step) => quantityFields.has(step))) return false;
  const before = parseQuantity(base);
  return before !== undefined && before === parseQuantity(head);
}
