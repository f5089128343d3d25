import type { Target } from "../../../model/kinds/target.ts";
import { parseQuantity } from "../../../model/kubernetes/quantity.ts";

/** Returns the cores and bytes of all nodes of a target; nothing if the size of a node is undeclared. */
export function capacityOf({ cpu, memory, max }: Target["nodes"]) {
  const [cores, bytes] = [parseQuantity(cpu), parseQuantity(memory)];
  if (cores === undefined || bytes === undefined) return {};
  return { capacity: { cpu: cores * max, memory: bytes * max } };
}
