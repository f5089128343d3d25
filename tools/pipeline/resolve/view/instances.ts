import { own } from "../../model/values/own.ts";
import type { Instance } from "../../model/view/component-view.ts";
import type { Member, Topology } from "../topology.ts";
import { selectorOf, systemLabels } from "./labels.ts";

/** The inputs for naming the replicas of a component. */
export interface InstanceNaming {
  readonly topology: Topology;
  readonly member: Member;
  readonly component: string;
  /** Maximum number of replicas on that target. */
  readonly replicas: number;
  readonly exposed: boolean;
}

/** Lists the replicas with their own name: every replica of an addressed component, or one name for all. */
export function instancesOf({
  topology,
  member,
  component,
  replicas,
  exposed,
}: InstanceNaming): Instance[] {
  const addressed = own(topology.application.value.components, component)?.addressed === true;
  const selector = selectorOf(topology, component);
  const labels = { ...systemLabels(topology), ...selector };
  return Array.from({ length: addressed ? replicas : 1 }, (_, index) => {
    const ordinal = index + 1;
    const name = addressed ? `${component}-${ordinal}` : component;
    const own = addressed ? { "altostrata.dev/instance": name } : {};
    return {
      name,
      ordinal,
      selector: { ...selector, ...own },
      labels: { ...labels, ...own },
      host: serviceHost(topology, name),
      ...(exposed && { publicHost: publicHost(topology, member, name) }),
    };
  });
}

/** Returns the host name of an instance as other targets use it. */
export function publicHost(topology: Topology, member: Member, name: string): string {
  return `${name}.${topology.namespace}.${member.target.value.domain}`;
}

/** Returns the host name of a Service as its own target uses it. */
export function serviceHost(topology: Topology, name: string): string {
  return `${name}.${topology.namespace}.svc`;
}
