import type { Instance } from "../../model/view/component-view.ts";
import type { Member, Topology } from "../topology.ts";
import { selectorOf, systemLabels } from "./labels.ts";

/** What is needed to name the replicas of a component. */
export interface InstanceNaming {
  readonly topology: Topology;
  readonly member: Member;
  readonly component: string;
  /** Greatest number of replicas on that target. */
  readonly replicas: number;
  readonly exposed: boolean;
}

/** The replicas that have a name of their own: every one of an addressed component, else one for all. */
export function instancesOf({
  topology,
  member,
  component,
  replicas,
  exposed,
}: InstanceNaming): Instance[] {
  const addressed = topology.application.value.components[component]?.addressed === true;
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

/** The name of an instance as other targets call it. */
export function publicHost(topology: Topology, member: Member, name: string): string {
  return `${name}.${topology.namespace}.${member.target.value.domain}`;
}

/** The name of a Service as its own target calls it. */
export function serviceHost(topology: Topology, name: string): string {
  return `${name}.${topology.namespace}.svc`;
}
