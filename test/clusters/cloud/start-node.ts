import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeControlGroup } from "../machine/control-groups.ts";
import type { Machine } from "../machine/start-machine.ts";
import type { CloudPlan } from "./cloud-plan.ts";
import { runtimeSocket } from "./container-runtime.ts";
import type { CloudParts } from "./parts.ts";

export interface NodeOptions {
  readonly plan: CloudPlan;
  readonly parts: CloudParts;
  readonly kubeconfig: string;
  /** Name of the control group that holds the pods. */
  readonly controlGroup: string;
}

/** Starts a node's agents: kubelet and the service proxy. */
export function startNode(machine: Machine, options: NodeOptions): void {
  const { plan, parts, kubeconfig } = options;
  makeControlGroup(options.controlGroup);
  const configuration = join(machine.folder, "kubelet.json");
  writeFileSync(configuration, JSON.stringify(kubeletConfiguration(machine, options)));
  machine.start({
    name: "kubelet",
    program: parts.kubelet,
    args: [
      `--config=${configuration}`,
      `--kubeconfig=${kubeconfig}`,
      `--hostname-override=${plan.nodeName}`,
      `--node-ip=${plan.node}`,
      `--node-labels=topology.kubernetes.io/region=${plan.name},topology.kubernetes.io/zone=${plan.name}-a`,
    ],
  });
  machine.start({
    name: "kube-proxy",
    program: parts.proxy,
    args: [
      `--kubeconfig=${kubeconfig}`,
      `--hostname-override=${plan.nodeName}`,
      "--proxy-mode=iptables",
      `--cluster-cidr=${plan.podRange}`,
      // The limit belongs to the whole kernel, and other machines share it.
      "--conntrack-max-per-core=0",
    ],
  });
}

/** Starts the enforcement of network policies, which needs a registered node. */
export function startNetworkPolicies(
  machine: Machine,
  { plan, parts, kubeconfig }: Omit<NodeOptions, "controlGroup">,
): void {
  machine.start({
    name: "kube-router",
    program: parts.networkPolicies,
    args: [
      `--kubeconfig=${kubeconfig}`,
      `--hostname-override=${plan.nodeName}`,
      "--run-firewall=true",
      "--run-router=false",
      "--run-service-proxy=false",
      "--run-loadbalancer=false",
      `--service-cluster-ip-range=${plan.serviceRange}`,
    ],
  });
}

function kubeletConfiguration(machine: Machine, { plan, controlGroup }: NodeOptions): object {
  const resolver = join(machine.folder, "resolv.conf");
  writeFileSync(resolver, "");
  return {
    apiVersion: "kubelet.config.k8s.io/v1beta1",
    kind: "KubeletConfiguration",
    failCgroupV1: false,
    failSwapOn: false,
    cgroupDriver: "cgroupfs",
    cgroupRoot: `/${controlGroup}`,
    containerRuntimeEndpoint: `unix://${runtimeSocket}`,
    address: "0.0.0.0",
    readOnlyPort: 0,
    // The tests own this network, and nothing else is in it.
    authentication: { anonymous: { enabled: true }, webhook: { enabled: false } },
    authorization: { mode: "AlwaysAllow" },
    clusterDomain: "cluster.local",
    clusterDNS: [plan.dns],
    resolvConf: resolver,
    evictionHard: { "memory.available": "100Mi" },
    imageGCHighThresholdPercent: 100,
    enforceNodeAllocatable: [],
  };
}
