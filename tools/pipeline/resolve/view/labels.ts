import { own } from "../../model/values/own.ts";
import type { Topology } from "../topology.ts";

/** Labels of every object of a system. */
export function systemLabels({ environment, system }: Topology): Record<string, string> {
  return {
    "altostrata.dev/environment": environment.name,
    "altostrata.dev/system": system.name,
    "app.kubernetes.io/managed-by": "altostrata",
    "app.kubernetes.io/part-of": system.name,
  };
}

/** The labels that select a component's pods: the declared ones, or the standard labels. */
export function selectorOf(topology: Topology, component: string): Record<string, string> {
  const declared = own(topology.application.value.components, component)?.selector;
  if (declared) return declared;
  return {
    "app.kubernetes.io/component": component,
    "app.kubernetes.io/instance": topology.system.name,
    "app.kubernetes.io/name": topology.application.name,
  };
}
