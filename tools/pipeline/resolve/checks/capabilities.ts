import { own } from "../../model/values/own.ts";
import type { Diagnostic } from "../../model/results/diagnostic.ts";
import type { CapabilityName } from "../../model/kinds/provider.ts";
import type { Place } from "../../model/origins/place.ts";
import { diagnose, placeIn } from "../diagnose.ts";
import type { EstateIndex } from "../estate-index.ts";
import { holdersOf } from "../view/datasources.ts";
import type { Member, Topology } from "../topology.ts";

/** Reports required capabilities that the provider lacks, at the line that requires them. */
export function checkCapabilities(topology: Topology, index: EstateIndex): Diagnostic[] {
  return [
    ...topology.members.flatMap((member) => ofComponents(topology, member)),
    ...ofDatasources(topology),
    ...ofRouting(topology, index),
  ];
}

function ofComponents(topology: Topology, member: Member): Diagnostic[] {
  const { application } = topology;
  return member.components.flatMap((name) => {
    const component = own(application.value.components, name);
    const wished = placeIn(member.file, ["components", name]);
    const routed = application.value.routes.some((route) => route.component === name);
    const asked = new Set<string>([
      ...(component?.capabilities ?? []),
      ...(routed ? ["gateway", "certificates"] : []),
      ...((component?.secrets?.length ?? 0) > 0 ? ["secret-store"] : []),
    ]);
    return [...asked]
      .sort()
      .flatMap((capability) => offered(topology, member, { capability, wished }));
  });
}

function ofDatasources(topology: Topology): Diagnostic[] {
  const { datasources } = topology.system;
  if (!datasources) return [];
  return Object.entries(datasources.value.datasources).flatMap(([name, datasource]) => {
    const wished = placeIn(datasources, ["datasources", name, "engine", "via"]);
    return holdersOf(topology, datasource).flatMap(({ member }) => {
      const ways: readonly string[] = member.provider.value.capabilities.postgresql?.via ?? [];
      const storage = offered(topology, member, { capability: "block-storage", wished });
      if (ways.includes(datasource.engine.via)) return storage;
      return [
        ...storage,
        refuse(topology, member, { capability: `postgresql via ${datasource.engine.via}`, wished }),
      ];
    });
  });
}

function ofRouting({ system, environment }: Topology, index: EstateIndex): Diagnostic[] {
  const { dns, routing } = system.value.traffic;
  const provider = index.providers.get(dns);
  const ways: readonly string[] = provider?.value.capabilities.dns?.routing ?? [];
  if (!provider || ways.includes(routing)) return [];
  const args = { capability: `dns routing ${routing}`, provider: dns, offered: ways };
  return [
    diagnose("capability-not-offered", placeIn(system, ["traffic", "routing"]), {
      args,
      environment: environment.name,
    }),
  ];
}

function offered(
  topology: Topology,
  member: Member,
  wish: { capability: string; wished: Place },
): Diagnostic[] {
  return member.provider.value.capabilities[wish.capability as CapabilityName]
    ? []
    : [refuse(topology, member, wish)];
}

function refuse(
  { environment }: Topology,
  member: Member,
  { capability, wished }: { capability: string; wished: Place },
): Diagnostic {
  const args = {
    capability,
    provider: member.provider.name,
    offered: Object.keys(member.provider.value.capabilities).sort(),
  };
  return diagnose("capability-not-offered", wished, {
    args,
    environment: environment.name,
    target: member.target.name,
  });
}
