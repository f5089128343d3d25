import { processOf } from "./pod-process.ts";
import type { Pod } from "./pods.ts";
import type { Cloud } from "./start-cloud.ts";

/** Whether a TCP connection from a pod's network to an address opens within two seconds. */
export function connectFromPod(cloud: Cloud, pod: Pod, address: string): boolean {
  const inside = ["nsenter", "--target", processOf(cloud, pod), "--net", "--"];
  // The machine's own client: an image may have none.
  const connect = ["socat", "-u", "OPEN:/dev/null", `TCP:${address},connect-timeout=2`];
  try {
    cloud.machine.run([...inside, ...connect]);
    return true;
  } catch {
    return false;
  }
}
