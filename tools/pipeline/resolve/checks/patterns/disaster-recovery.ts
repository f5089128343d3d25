import type { Diagnostic } from "../../../model/results/diagnostic.ts";
import { own } from "../../../model/values/own.ts";
import { diagnose, placeIn } from "../../diagnose.ts";
import { componentSettings } from "../../layers/component-settings.ts";
import { holdersOf } from "../../view/datasources.ts";
import { replicasOf } from "../../view/replicas.ts";
import type { Member, Topology } from "../../topology.ts";

/**
 * Disaster recovery: a standby at another provider has a replica of every promoted datasource, and every promoted
 * component at zero replicas.
 */
export function checkDisasterRecovery(topology: Topology): Diagnostic[] {
  const pattern = topology.system.value.patterns["disaster-recovery"];
  const standby = topology.members.find((member) => member.part.standby);
  if (!pattern || !standby) return [];
  const where = { environment: topology.environment.name, target: standby.target.name };
  const diagnostics: Diagnostic[] = [];
  if (standby.part.leads || standby.provider.name === topology.leader.provider.name) {
    const args = {
      standby: standby.target.name,
      provider: standby.provider.name,
      master: topology.leader.target.name,
    };
    diagnostics.push(
      diagnose(
        "pattern-standby-same-provider",
        placeIn(topology.system, ["patterns", "disaster-recovery", "standby"]),
        { args, ...where },
      ),
    );
  }
  pattern.promotes.forEach((name, index) =>
    diagnostics.push(...checkPromoted(topology, standby, { name, index })),
  );
  return diagnostics;
}

function checkPromoted(
  topology: Topology,
  standby: Member,
  { name, index }: { name: string; index: number },
): Diagnostic[] {
  const { system, application } = topology;
  const at = placeIn(system, ["patterns", "disaster-recovery", "promotes", index]);
  const where = { environment: topology.environment.name, target: standby.target.name };
  const datasource = own(system.datasources?.value.datasources, name);
  if (datasource) {
    const holds = holdersOf(topology, datasource).some((holder) => holder.member === standby);
    return holds
      ? []
      : [
          diagnose("pattern-standby-without-replica", at, {
            args: { datasource: name, standby: standby.target.name },
            ...where,
          }),
        ];
  }
  const component = own(application.value.components, name);
  if (!component || !standby.components.includes(name)) {
    const args = { promoted: name, standby: standby.target.name, file: standby.file.file };
    return [diagnose("pattern-promotes-misplaced", at, { args, ...where })];
  }
  return standby.part.leads || component.role === "runtime"
    ? []
    : checkStill(topology, standby, name);
}

// Two active sets of management components would both write, so the standby's start only in a failover.
function checkStill(topology: Topology, standby: Member, name: string): Diagnostic[] {
  const replicas = replicasOf(componentSettings(topology, standby, name));
  if (replicas.max === 0) return [];
  return [
    diagnose("pattern-standby-component-active", placeIn(standby.file, ["components", name]), {
      args: { component: name, replicas: replicas.max },
      environment: topology.environment.name,
      target: standby.target.name,
    }),
  ];
}
