import { containerd } from "./container-runtime.ts";
import type { Pod } from "./pods.ts";
import type { Cloud } from "./start-cloud.ts";

/** Kills the first process of a pod's container, as a crash does; the pod stays and its container starts again. */
export function crashPod(cloud: Cloud, pod: Pod, container: string): void {
  cloud.machine.run(["kill", "-9", processOf(cloud, pod, container)]);
}

/** Process ID of a pod's container on its machine. */
export function processOf(cloud: Cloud, pod: Pod, container?: string): string {
  const statuses = pod.status.containerStatuses ?? [];
  const status = statuses.find(({ name }) => name === (container ?? name));
  const id = status?.containerID?.replace("containerd://", "") ?? "none";
  const tasks = containerd(cloud.machine, ["tasks", "list"]).split("\n");
  const process = tasks.find((line) => line.startsWith(id))?.split(/\s+/)[1];
  if (process === undefined) throw new Error(`no container of ${pod.metadata.name} runs`);
  return process;
}
