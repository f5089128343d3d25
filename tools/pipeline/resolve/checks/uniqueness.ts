import type { DesiredState } from "../../model/estate/desired-state.ts";
import type { Diagnostic } from "../../model/results/diagnostic.ts";
import { startOf, type Place } from "../../model/origins/place.ts";
import { diagnose, placeIn } from "../diagnose.ts";
import type { Topology } from "../topology.ts";

interface Claim {
  readonly name: string;
  readonly at: Place;
  readonly by: string;
}

/** Reports names, hosts, namespaces and secret paths with several owners: every owner after the first is refused. */
export function checkUniqueness(
  desiredState: DesiredState,
  topologies: readonly Topology[],
): Diagnostic[] {
  return [
    ...duplicates(
      "name-taken",
      desiredState.targets.map((target) => ({
        name: target.name,
        at: startOf(target.file),
        by: target.provider,
      })),
    ),
    ...duplicates("host-taken", hostsOf(desiredState)),
    ...duplicates(
      "namespace-taken",
      topologies.flatMap((topology) =>
        topology.members.map((member) => ({
          name: `${topology.namespace} on ${member.target.name}`,
          at: startOf(member.file.file),
          by: `${topology.environment.name}/${topology.system.name}`,
        })),
      ),
    ),
    ...duplicates("secret-shared", secretsOf(desiredState)),
  ];
}

function duplicates(
  code: "name-taken" | "host-taken" | "namespace-taken" | "secret-shared",
  claims: readonly Claim[],
): Diagnostic[] {
  const first = new Map<string, Claim>();
  return claims.flatMap((claim) => {
    const earlier = first.get(claim.name);
    if (!earlier) {
      first.set(claim.name, claim);
      return [];
    }
    return [
      diagnose(code, claim.at, {
        args: { name: claim.name, by: claim.by, other: earlier.by },
        related: [earlier.at],
      }),
    ];
  });
}

function hostsOf({ environments }: DesiredState): Claim[] {
  return environments.flatMap((environment) =>
    environment.systems.flatMap((system) =>
      Object.entries(system.value.hosts).map(([key, host]) => ({
        name: host,
        at: placeIn(system, ["hosts", key]),
        by: `${environment.name}/${system.name}`,
      })),
    ),
  );
}

function secretsOf({ environments }: DesiredState): Claim[] {
  return environments.flatMap((environment) =>
    environment.systems.flatMap((system) => {
      const { secrets } = system;
      if (!secrets) return [];
      return Object.entries(secrets.value.secrets).map(([name, secret]) => ({
        name: secret.path,
        at: placeIn(secrets, ["secrets", name, "path"]),
        by: `${environment.name}/${system.name}/${name}`,
      }));
    }),
  );
}
