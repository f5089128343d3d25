import type {
  DesiredState,
  EnvironmentState,
  SystemState,
} from "../../model/estate/desired-state.ts";
import { systemKey, type Renames } from "./renames.ts";

/**
 * Returns the older state with its environments, systems and targets under the newer names; file contents stay as they
 * are.
 */
export function renameState(state: DesiredState, renames: Renames): DesiredState {
  const systems = state.environments.flatMap((environment) =>
    environment.systems.map((system) => renameSystem(system, renames)),
  );
  const environments = state.environments.map((environment): EnvironmentState => {
    const name = renames.environments.get(environment.name) ?? environment.name;
    return { ...environment, name, systems: systems.filter((one) => one.environment === name) };
  });
  return {
    ...state,
    environments,
    targets: state.targets.map((target) => ({
      ...target,
      name: renames.targets.get(target.name) ?? target.name,
    })),
  };
}

function renameSystem(system: SystemState, { systems }: Renames): SystemState {
  const head = systems.get(systemKey(system.environment, system.name))?.head;
  return head ? { ...system, name: head.system, environment: head.environment } : system;
}
