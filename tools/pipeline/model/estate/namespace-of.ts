import type { EnvironmentState, SystemState } from "./desired-state.ts";

/** The namespace of a system: its name behind the environment's prefix. */
export function namespaceOf(environment: EnvironmentState, system: SystemState): string {
  return `${environment.value.namespacePrefix ?? ""}${system.name}`;
}
