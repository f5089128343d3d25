import { own } from "../../model/values/own.ts";
import type { Diagnostic } from "../../model/results/diagnostic.ts";
import type { Datasource } from "../../model/kinds/datasources.ts";
import { startOf } from "../../model/origins/place.ts";
import { checkDatasourceVersion } from "./datasource-version.ts";
import { diagnose, keyPlaceIn, placeIn, type Sourced } from "../diagnose.ts";
import type { EstateIndex } from "../estate-index.ts";
import { bucketOf, cronOf, holdersOf } from "../view/datasources.ts";
import type { Topology } from "../topology.ts";

/** Reports missing datasources, and datasources with a wrong engine, version, copy, backup or exit plan. */
export function checkDatasources(topology: Topology, index: EstateIndex): Diagnostic[] {
  const { system } = topology;
  const declared = Object.entries(system.datasources?.value.datasources ?? {});
  const checked = declared.flatMap(([name, datasource]) => {
    const checks = { topology, index, name, datasource, source: system.datasources ?? system };
    return [
      ...checkEngine(checks),
      ...checkPlaces(checks),
      ...checkDatabases(checks),
      ...checkDatasourceVersion(checks, index),
      ...checkBackup(checks),
      ...checkExit(checks),
    ];
  });
  return [...checkNeeded(topology), ...checked];
}

interface Checks {
  readonly topology: Topology;
  readonly index: EstateIndex;
  readonly name: string;
  readonly datasource: Datasource;
  readonly source: Sourced;
}

function checkEngine({ index, name, datasource, source }: Checks): Diagnostic[] {
  const { via } = datasource.engine;
  if (index.engines.has(via)) return [];
  const known = [...index.engines.keys()].sort();
  return [
    diagnose("reference-unknown", placeIn(source, ["datasources", name, "engine", "via"]), {
      args: { what: "engine", name: via, known },
    }),
  ];
}

function checkNeeded({ system, application, environment }: Topology): Diagnostic[] {
  const declared = Object.keys(system.datasources?.value.datasources ?? {});
  const source = system.datasources ?? system;
  return Object.keys(application.value.datasources ?? {})
    .filter((name) => !declared.includes(name))
    .map((name) =>
      diagnose(
        "datasource-missing",
        system.datasources ? keyPlaceIn(source, ["datasources"]) : startOf(system.file),
        {
          args: { datasource: name, application: application.name },
          environment: environment.name,
        },
      ),
    );
}

function checkPlaces({ topology, name, datasource, source }: Checks): Diagnostic[] {
  const known = topology.members.map((member) => member.target.name);
  const { replication } = datasource;
  const diagnostics: Diagnostic[] = [];
  if (!(name in (topology.application.value.datasources ?? {}))) {
    const args = {
      what: "datasource of the application",
      name,
      known: Object.keys(topology.application.value.datasources ?? {}).sort(),
    };
    diagnostics.push(
      diagnose("reference-unknown", keyPlaceIn(source, ["datasources", name]), { args }),
    );
  }
  if (replication.kind === "single") return diagnostics;
  const refuse = (at: ReturnType<typeof placeIn>, target: string) =>
    diagnostics.push(
      diagnose("datasource-target-not-in-system", at, {
        args: { datasource: name, target, known },
        environment: topology.environment.name,
      }),
    );
  const path = ["datasources", name, "replication"];
  if (replication.primary !== "master" && !known.includes(replication.primary))
    refuse(placeIn(source, [...path, "primary"]), replication.primary);
  const primary =
    replication.primary === "master" ? topology.leader.target.name : replication.primary;
  for (const target of Object.keys(replication.replicas)) {
    if (!known.includes(target) || target === primary)
      refuse(keyPlaceIn(source, [...path, "replicas", target]), target);
  }
  return diagnostics;
}

function checkDatabases({ topology, name, datasource, source }: Checks): Diagnostic[] {
  const needed = own(topology.application.value.datasources, name)?.databases ?? [];
  return needed
    .filter((database) => !datasource.databases.includes(database))
    .map((database) =>
      diagnose(
        "datasource-database-missing",
        keyPlaceIn(source, ["datasources", name, "databases"]),
        { args: { datasource: name, database, application: topology.application.name } },
      ),
    );
}

function checkBackup({ topology, index, name, datasource, source }: Checks): Diagnostic[] {
  const { to, every } = datasource.backup;
  const at = placeIn(source, ["datasources", name, "backup", "to"]);
  const target = index.targets.get(to);
  if (!target)
    return [
      diagnose("reference-unknown", at, {
        args: { what: "target", name: to, known: [...index.targets.keys()].sort() },
      }),
    ];
  const diagnostics: Diagnostic[] = [];
  const primary = holdersOf(topology, datasource).find((holder) => holder.role === "primary");
  if (primary && primary.member.provider.name === target.provider) {
    const args = {
      datasource: name,
      target: to,
      provider: target.provider,
      primary: primary.member.target.name,
    };
    diagnostics.push(
      diagnose("backup-same-provider", at, { args, environment: topology.environment.name }),
    );
  }
  const offers = index.providers.get(target.provider)?.value.capabilities["object-storage"];
  if (!offers || !bucketOf(target.infrastructure?.value) || !target.value.networks.objectStorage) {
    diagnostics.push(
      diagnose("backup-without-object-storage", at, {
        args: { datasource: name, target: to, provider: target.provider },
        related: [startOf(target.file)],
      }),
    );
  }
  if (cronOf(every) === undefined) {
    diagnostics.push(
      diagnose(
        "backup-interval-invalid",
        placeIn(source, ["datasources", name, "backup", "every"]),
        { args: { datasource: name, interval: every } },
      ),
    );
  }
  return diagnostics;
}

function checkExit({ name, datasource, source }: Checks): Diagnostic[] {
  if (datasource.engine.via !== "managed" || datasource.exit) return [];
  return [
    diagnose("exit-plan-missing", placeIn(source, ["datasources", name, "engine", "via"]), {
      args: { datasource: name },
    }),
  ];
}
