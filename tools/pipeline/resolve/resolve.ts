import type { DesiredState } from "../model/estate/desired-state.ts";
import { sortDiagnostics, type Diagnostic } from "../model/results/diagnostic.ts";
import type { SystemView } from "../model/view/view.ts";
import { checkApplication } from "./checks/application.ts";
import { checkCapabilities } from "./checks/capabilities.ts";
import { checkDatasources } from "./checks/datasources.ts";
import { checkTargets } from "./checks/infrastructure.ts";
import { checkNetworks, checkServiceNetworks } from "./checks/networks.ts";
import { checkActiveActive } from "./checks/patterns/active-active.ts";
import { checkArbitrage } from "./checks/patterns/arbitrage.ts";
import { checkBurst } from "./checks/patterns/burst.ts";
import { checkDisasterRecovery } from "./checks/patterns/disaster-recovery.ts";
import { checkPreProduction } from "./checks/patterns/pre-production.ts";
import { checkPatternTargets } from "./checks/patterns/targets.ts";
import { checkReferences } from "./checks/references.ts";
import { checkResidency } from "./checks/residency.ts";
import { checkRoles } from "./checks/roles.ts";
import { checkSecrets } from "./checks/secrets.ts";
import { checkSettings } from "./checks/settings.ts";
import { checkUniqueness } from "./checks/uniqueness.ts";
import { indexEstate, type EstateIndex } from "./estate-index.ts";
import { imageReferences } from "./view/images.ts";
import { viewOf } from "./view/view.ts";
import { topologyOf, type Topology } from "./topology.ts";

/** One environment on one target, and every system it runs there. */
export interface ResolvedTarget {
  readonly environment: string;
  readonly target: string;
  /** Builds the views of the systems. Each call builds them again, because views are large and most are used once. */
  readonly systemViews: () => readonly SystemView[];
}

/** The systems of one environment, to be checked by themselves. */
export interface SystemsToCheck {
  readonly environment: string;
  readonly topologies: readonly Topology[];
  readonly index: EstateIndex;
  readonly asOf: string;
}

/**
 * Builds one complete view per system and target from the desired state, each value with its origin, and reports
 * references, capabilities and patterns that do not hold. `asOf` (YYYY-MM-DD) is the day on which dates are evaluated.
 */
export function resolveEstate(
  desiredState: DesiredState,
  asOf: string,
  check: (systems: SystemsToCheck) => readonly Diagnostic[] = checkSystems,
): { targets: ResolvedTarget[]; diagnostics: Diagnostic[] } {
  const index = indexEstate(desiredState);
  const topologies = desiredState.environments.flatMap((environment) =>
    environment.systems.flatMap((system) => topologyOf(environment, system, index) ?? []),
  );
  const diagnostics = [
    ...checkTargets(desiredState, index),
    ...desiredState.applications.flatMap((application) => checkApplication(application, index)),
    ...desiredState.environments.flatMap((environment) => checkReferences(environment, index)),
    ...checkUniqueness(desiredState, topologies),
    ...checkServiceNetworks(desiredState.targets),
    ...checkNetworks(topologies),
    // This check compares two environments, so it is not part of the checks of one.
    ...topologies.flatMap((topology) => checkPreProduction(topology, index)),
    ...[...Map.groupBy(topologies, ({ environment }) => environment.name)].flatMap(
      ([environment, ofEnvironment]) =>
        check({ environment, topologies: ofEnvironment, index, asOf }),
    ),
  ];
  return {
    targets: targetsOf(topologies, index),
    diagnostics: sortDiagnostics(diagnostics),
  };
}

/** What is wrong with the systems of one environment, each by itself. */
export function checkSystems({ topologies, index, asOf }: SystemsToCheck): readonly Diagnostic[] {
  return topologies.flatMap((topology) => checkTopology(topology, index, asOf));
}

/** Checks one system against its own environment and the shared parts of the estate. */
function checkTopology(topology: Topology, index: EstateIndex, asOf: string): Diagnostic[] {
  return [
    ...checkSettings(topology, asOf),
    ...checkRoles(topology),
    ...checkCapabilities(topology, index),
    ...checkDatasources(topology, index),
    ...checkSecrets(topology, index),
    ...checkResidency(topology, index),
    ...checkPatternTargets(topology),
    ...checkActiveActive(topology),
    ...checkBurst(topology),
    ...checkDisasterRecovery(topology),
    ...checkArbitrage(topology, index, asOf),
  ];
}

function targetsOf(topologies: readonly Topology[], index: EstateIndex): ResolvedTarget[] {
  const images = imageReferences(index);
  const placed = topologies.flatMap((topology) =>
    topology.members.map((member) => ({ topology, member })),
  );
  const byTarget = Map.groupBy(
    placed,
    ({ topology, member }) => `${topology.environment.name} ${member.target.name}`,
  );
  return [...byTarget.keys()].sort().flatMap((key) => {
    const systems = byTarget.get(key) ?? [];
    const [first] = systems;
    if (!first) return [];
    return {
      environment: first.topology.environment.name,
      target: first.member.target.name,
      systemViews: () =>
        systems.map(({ topology, member }) => viewOf(topology, member, { index, images })),
    };
  });
}
