import { randomUUID } from "node:crypto";
import { waitUntil } from "../wait-until.ts";
import { containerd } from "./container-runtime.ts";
import type { Cloud } from "./start-cloud.ts";

/** The part of a pod that the tests read. */
export interface Pod {
  readonly metadata: {
    readonly name: string;
    readonly namespace: string;
    readonly uid: string;
    readonly deletionTimestamp?: string;
  };
  readonly status: {
    readonly podIP?: string;
    readonly phase?: string;
    readonly conditions?: readonly { readonly type: string; readonly status: string }[];
    readonly containerStatuses?: readonly {
      readonly name: string;
      readonly containerID?: string;
      readonly restartCount: number;
      readonly state?: unknown;
    }[];
  };
}

/** Which pods: those of a namespace with these labels. */
export interface PodSelector {
  readonly namespace: string;
  /** As `name=value`, separated by commas. */
  readonly labels: string;
}

/** The pods that a selector matches now. */
export async function listPods(cloud: Cloud, { namespace, labels }: PodSelector): Promise<Pod[]> {
  const path = `/api/v1/namespaces/${namespace}/pods?labelSelector=${encodeURIComponent(labels)}`;
  const { body } = await cloud.client.send({ method: "GET", path });
  return (body as { readonly items?: Pod[] }).items ?? [];
}

/** Waits until this many pods are ready and none is on its way out, and returns them. */
export async function waitForPods(
  cloud: Cloud,
  selector: PodSelector,
  count = 1,
): Promise<[Pod, ...Pod[]]> {
  let last: Pod[] = [];
  return waitUntil(
    `${count} ready pods ${selector.labels} in ${selector.namespace}`,
    async () => {
      last = await listPods(cloud, selector);
      const [first, ...others] = last.filter(isReady);
      return first !== undefined && others.length + 1 === count && last.length === count
        ? [first, ...others]
        : undefined;
    },
    () => JSON.stringify(last.map(({ metadata, status }) => [metadata.name, status])),
  );
}

/** Runs a command in a pod's first container and returns its output; throws when it fails. */
export function execInPod(cloud: Cloud, pod: Pod, command: readonly string[]): string {
  const id = pod.status.containerStatuses?.[0]?.containerID?.replace("containerd://", "") ?? "";
  return containerd(cloud.machine, ["tasks", "exec", "--exec-id", randomUUID(), id, ...command]);
}

/** Deletes a pod without giving it time to finish, as when its machine's memory runs out. */
export async function killPod(cloud: Cloud, { metadata }: Pod): Promise<void> {
  const path = `/api/v1/namespaces/${metadata.namespace}/pods/${metadata.name}?gracePeriodSeconds=0`;
  await cloud.client.send({ method: "DELETE", path });
}

function isReady({ metadata, status }: Pod): boolean {
  return (
    metadata.deletionTimestamp === undefined &&
    (status.conditions ?? []).some(
      ({ type, status: value }) => type === "Ready" && value === "True",
    )
  );
}
