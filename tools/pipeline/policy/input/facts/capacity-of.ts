import type { Target } from "../../../model/kinds/target.ts";
import { parseQuantity } from "../../../model/kubernetes/quantity.ts";

/** Cores and bytes of all nodes that a target may have; absent where nobody says what one node has. */
export function capacityOf({ cpu, memory, max }: Target["nodes"]) {
  const [cores, bytes] = [parseQuantity(cpu), parseQuantity(memory)];
  if (cores === undefined || bytes === undefined) return {};
  return { capacity: { cpu: cores * max, memory: bytes * max } };
}
