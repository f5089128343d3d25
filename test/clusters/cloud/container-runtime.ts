import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Machine } from "../machine/start-machine.ts";
import { waitUntil } from "../wait-until.ts";
import type { CloudPlan } from "./cloud-plan.ts";

/** Where the runtime listens on its machine. */
export const runtimeSocket = "/run/containerd/containerd.sock";

export interface RuntimeOptions {
  readonly plan: CloudPlan;
  readonly networkPlugins: string;
  /** The registry as image names contain it, and its address for machines. */
  readonly registry: { readonly host: string; readonly url: string };
  /** The image that holds a pod's namespaces open. */
  readonly pauseImage: string;
}

/** Starts containerd on a machine and waits until it answers. */
export async function startContainerRuntime(
  machine: Machine,
  options: RuntimeOptions,
): Promise<void> {
  const configuration = join(machine.folder, "containerd.toml");
  writeFileSync(configuration, containerdConfiguration(machine.folder, options));
  writeNetworkConfiguration(join(machine.folder, "networks"), options.plan);
  writeRegistryConfiguration(join(machine.folder, "registries"), options);
  const args = ["--config", configuration];
  const runtime = machine.start({ name: "containerd", program: "containerd", args });
  await waitUntil(
    `containerd of ${machine.name}`,
    () => containerd(machine, ["version"]),
    runtime.log,
  );
}

/** Runs containerd's own client on a machine. */
export function containerd(machine: Machine, command: readonly string[]): string {
  return machine.run(["ctr", "--namespace", "k8s.io", ...command]);
}

function containerdConfiguration(folder: string, options: RuntimeOptions): string {
  const cri = `plugins."io.containerd.grpc.v1.cri"`;
  return `version = 2
root = "/var/lib/containerd"
state = "/run/containerd"
[grpc]
  address = "${runtimeSocket}"
[${cri}]
  sandbox_image = "${options.pauseImage}"
  # Without CAP_SYS_RESOURCE nobody may lower the score, and runc would fail.
  restrict_oom_score_adj = true
[${cri}.cni]
  bin_dir = "${options.networkPlugins}"
  conf_dir = "${join(folder, "networks")}"
[${cri}.registry]
  config_path = "${join(folder, "registries")}"
[${cri}.containerd.runtimes.runc]
  runtime_type = "io.containerd.runc.v2"
[${cri}.containerd.runtimes.runc.options]
  SystemdCgroup = false
`;
}

function writeNetworkConfiguration(folder: string, plan: CloudPlan): void {
  mkdirSync(folder);
  const bridge = {
    type: "bridge",
    bridge: "pods",
    isGateway: true,
    ipMasq: true,
    hairpinMode: true,
    ipam: {
      type: "host-local",
      ranges: [[{ subnet: plan.podRange }]],
      routes: [{ dst: "0.0.0.0/0" }],
    },
  };
  const portmap = { type: "portmap", capabilities: { portMappings: true } };
  const list = { cniVersion: "1.0.0", name: "pods", plugins: [bridge, portmap] };
  writeFileSync(join(folder, "10-pods.conflist"), JSON.stringify(list));
}

// Image names contain the registry's address on loopback, where `alto images resolve` asks it; machines reach it elsewhere.
function writeRegistryConfiguration(folder: string, { registry }: RuntimeOptions): void {
  mkdirSync(join(folder, registry.host), { recursive: true });
  writeFileSync(
    join(folder, registry.host, "hosts.toml"),
    `server = "${registry.url}"\n[host."${registry.url}"]\n  capabilities = ["pull", "resolve"]\n`,
  );
}
