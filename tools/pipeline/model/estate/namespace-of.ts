import type { EnvironmentState, SystemState } from "./desired-state.ts";

/** Returns the namespace of a system: the environment's prefix and the system's name. */
export function namespaceOf(environment: EnvironmentState, system: SystemState): string {
  return `${environment.value.namespacePrefix ?? ""}${system.name}`;
}
