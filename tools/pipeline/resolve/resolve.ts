import type { DesiredState } from "../model/desired-state.ts";
import { sortDiagnostics, type Diagnostic } from "../model/diagnostic.ts";
import type { PicturedSystem } from "../model/picture.ts";
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
import { imageReferences } from "./picture/images.ts";
import { pictureOf } from "./picture/picture.ts";
import { topologyOf, type Topology } from "./topology.ts";

/** One environment on one target, with every system it runs there. */
export interface ResolvedTarget {
  readonly environment: string;
  readonly target: string;
  readonly systems: readonly PicturedSystem[];
}

/**
 * Makes one complete picture per system and target out of the desired state, each value with the place it came from, and
 * says which references, wishes and patterns cannot hold. `asOf` (YYYY-MM-DD) judges dates.
 */
export function resolveEstate(
  desiredState: DesiredState,
  asOf: string,
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
    ...topologies.flatMap((topology) => checkTopology(topology, index, asOf)),
  ];
  return {
    targets: picturesByTarget(topologies, index),
    diagnostics: sortDiagnostics(diagnostics),
  };
}

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
    ...checkPreProduction(topology, index),
    ...checkArbitrage(topology),
  ];
}

function picturesByTarget(topologies: readonly Topology[], index: EstateIndex): ResolvedTarget[] {
  const images = imageReferences(index);
  const byTarget = new Map<
    string,
    { environment: string; target: string; systems: PicturedSystem[] }
  >();
  for (const topology of topologies) {
    for (const member of topology.members) {
      const environment = topology.environment.name;
      const target = member.target.name;
      const key = `${environment} ${target}`;
      const entry = byTarget.get(key) ?? { environment, target, systems: [] };
      entry.systems.push(pictureOf(topology, member, { index, images }));
      byTarget.set(key, entry);
    }
  }
  return [...byTarget.keys()].sort().flatMap((key) => byTarget.get(key) ?? []);
}
