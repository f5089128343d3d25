import { own } from "../../model/values/own.ts";
import type { Diagnostic } from "../../model/results/diagnostic.ts";
import { diagnose, keyPlaceIn, placeIn } from "../diagnose.ts";
import type { Member, Topology } from "../topology.ts";

/** Reports components on a target that their role forbids, and worker dependencies that the master does not run. */
export function checkRoles(topology: Topology): Diagnostic[] {
  return [
    ...topology.members.flatMap((member) => misplaced(topology, member)),
    ...checkNeeds(topology),
  ];
}

function misplaced(topology: Topology, member: Member): Diagnostic[] {
  if (member.part.leads) return [];
  const promotes = topology.system.value.patterns["disaster-recovery"]?.promotes ?? [];
  return member.components
    .filter((name) => {
      const role = own(topology.application.value.components, name)?.role;
      return role !== "runtime" && !(member.part.standby && promotes.includes(name));
    })
    .map((name) =>
      diagnose("component-role-misplaced", keyPlaceIn(member.file, ["components", name]), {
        args: {
          component: name,
          role: own(topology.application.value.components, name)?.role ?? "",
          master: topology.leader.target.name,
        },
        related: [placeIn(topology.system, ["master"])],
        environment: topology.environment.name,
        target: member.target.name,
      }),
    );
}

function checkNeeds({ application, members, leader, environment }: Topology): Diagnostic[] {
  const running = new Set(members.flatMap((member) => member.components));
  const needed = new Map<string, string>();
  for (const name of running) {
    const needs = own(application.value.components, name)?.needs;
    for (const need of [...(needs?.atStart ?? []), ...(needs?.atRunTime ?? [])])
      needed.set(need, name);
  }
  return [...needed]
    .filter(([need]) => !leader.components.includes(need))
    .map(([component, neededBy]) =>
      diagnose("component-not-listed", keyPlaceIn(leader.file, ["components"]), {
        args: { component, neededBy },
        related: [placeIn(application, ["components", neededBy, "needs"])],
        environment: environment.name,
        target: leader.target.name,
      }),
    );
}
