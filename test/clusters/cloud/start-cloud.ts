import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { ApiClient } from "@altostrata/maintain/servers/api-client.ts";
import { controlGroupOf, removeCloud } from "../machine/run-folder.ts";
import { startMachine, type Machine } from "../machine/start-machine.ts";
import { waitUntil } from "../wait-until.ts";
import type { CloudPlan } from "./cloud-plan.ts";
import { startContainerRuntime } from "./container-runtime.ts";
import { cloudParts } from "./parts.ts";
import { startControlPlane } from "./start-control-plane.ts";
import { startNetworkPolicies, startNode } from "./start-node.ts";
import { connect, setLink } from "./wan.ts";

/** A one-node Kubernetes cluster on a machine of its own. */
export interface Cloud {
  readonly plan: CloudPlan;
  readonly machine: Machine;
  readonly client: ApiClient;
  readonly kubeconfig: string;
  /** Cuts the cloud off; what runs there keeps running. */
  readonly lose: () => void;
  readonly restore: () => void;
  readonly stop: () => Promise<void>;
}

export interface CloudOptions {
  /** The run's folder; the cloud writes below its own name there. */
  readonly folder: string;
  readonly registry: { readonly host: string; readonly url: string };
  readonly pauseImage: string;
}

/** Starts a cloud and waits until its node is ready. */
export async function startCloud(plan: CloudPlan, options: CloudOptions): Promise<Cloud> {
  const folder = join(options.folder, plan.name);
  mkdirSync(folder);
  const parts = cloudParts(plan.minor, folder);
  const machine = await startMachine(plan.name, folder);
  try {
    connect(machine, plan);
    const [{ client, kubeconfig }] = await Promise.all([
      startControlPlane(machine, plan, parts),
      startContainerRuntime(machine, { ...options, plan, networkPlugins: parts.networkPlugins }),
    ]);
    const controlGroup = controlGroupOf(options.folder, plan.name);
    startNode(machine, { plan, parts, kubeconfig, controlGroup });
    await waitUntil(`node of ${plan.name}`, async () => isNodeReady(client, plan));
    startNetworkPolicies(machine, { plan, parts, kubeconfig });
    return {
      plan,
      machine,
      client,
      kubeconfig,
      lose: () => setLink(plan, "down"),
      restore: () => setLink(plan, "up"),
      stop: async () => {
        client.close();
        await machine.stop();
        await removeCloud(options.folder, plan.name);
      },
    };
  } catch (error) {
    await machine.stop();
    throw error;
  }
}

interface NodeStatus {
  readonly status?: {
    readonly conditions?: readonly { readonly type: string; readonly status: string }[];
  };
}

async function isNodeReady(client: ApiClient, plan: CloudPlan): Promise<true | undefined> {
  const { body } = await client.send({ method: "GET", path: `/api/v1/nodes/${plan.nodeName}` });
  const conditions = (body as NodeStatus).status?.conditions ?? [];
  return conditions.some(({ type, status }) => type === "Ready" && status === "True")
    ? true
    : undefined;
}
