import { output, type Machine } from "../machine/start-machine.ts";
import { wan, type CloudPlan } from "./cloud-plan.ts";

/** Makes the network between clouds, as a bridge in the tests' own network namespace. It has no way out. */
export function startWan(): void {
  ip("link set lo up");
  ip(`link add ${wan.bridge} type bridge`);
  ip(`addr add ${wan.address}/${wan.prefix} dev ${wan.bridge}`);
  ip(`link set ${wan.bridge} up`);
}

/** Plugs a cloud's machine into the network. */
export function connect(machine: Machine, plan: CloudPlan): void {
  ip(`link add ${plan.name} type veth peer name eth0 netns ${machine.pid}`);
  ip(`link set ${plan.name} master ${wan.bridge} up`);
  // The node's address comes first, since what leaves the machine takes it as its source.
  for (const address of [plan.node, plan.api])
    machine.run(["ip", "addr", "add", `${address}/${wan.prefix}`, "dev", "eth0"]);
  machine.run(["ip", "link", "set", "eth0", "up"]);
  machine.run(["ip", "route", "add", "default", "via", wan.address]);
}

/** Cuts or restores a cloud's network; its processes keep running. */
export function setLink(plan: CloudPlan, state: "up" | "down"): void {
  ip(`link set ${plan.name} ${state}`);
}

function ip(command: string): void {
  output("ip", command.split(" "));
}
