import type { EnvironmentState, SystemState } from "../../model/estate/desired-state.ts";
import type { Diagnostic } from "../../model/results/diagnostic.ts";
import type { Path } from "../../model/origins/origin.ts";
import { startOf } from "../../model/origins/place.ts";
import { diagnose, keyPlaceIn, placeIn, type Sourced } from "../diagnose.ts";
import type { EstateIndex } from "../estate-index.ts";
import { checkComponentMap } from "./component-map.ts";

/** Reports unknown references of an environment and its systems. */
export function checkReferences(environment: EnvironmentState, index: EstateIndex): Diagnostic[] {
  return [
    ...checkEnvironment(environment, index),
    ...environment.systems.flatMap((system) => checkSystem(environment, system, index)),
  ];
}

function checkEnvironment(environment: EnvironmentState, index: EstateIndex): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const { preProductionOf, applications = {} } = environment.value;
  if (
    preProductionOf !== undefined &&
    (!index.environments.has(preProductionOf) || preProductionOf === environment.name)
  ) {
    const known = [...index.environments.keys()].filter((name) => name !== environment.name).sort();
    diagnostics.push(
      missing(environment, ["preProductionOf"], {
        what: preProductionOf === environment.name ? "other environment" : "environment",
        name: preProductionOf,
        known,
      }),
    );
  }
  for (const [name, { components }] of Object.entries(applications)) {
    const application = index.applications.get(name);
    if (!application) {
      diagnostics.push(
        missingKey(environment, ["applications", name], {
          what: "application",
          name,
          known: [...index.applications.keys()].sort(),
        }),
      );
      continue;
    }
    const map = { components, application: application.value };
    diagnostics.push(...checkComponentMap(environment, ["applications", name, "components"], map));
  }
  return diagnostics;
}

function checkSystem(
  environment: EnvironmentState,
  system: SystemState,
  index: EstateIndex,
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const targets = [...index.targets.keys()].sort();
  const application = index.applications.get(system.value.application);
  if (!application) {
    diagnostics.push(
      missing(system, ["application"], {
        what: "application",
        name: system.value.application,
        known: [...index.applications.keys()].sort(),
      }),
    );
  }
  if (!index.targets.has(system.value.master)) {
    diagnostics.push(
      missing(system, ["master"], { what: "target", name: system.value.master, known: targets }),
    );
  }
  if (!index.providers.has(system.value.traffic.dns)) {
    diagnostics.push(
      missing(system, ["traffic", "dns"], {
        what: "provider",
        name: system.value.traffic.dns,
        known: [...index.providers.keys()].sort(),
      }),
    );
  }
  if (!system.master) {
    diagnostics.push(
      diagnose("file-missing", startOf(system.file), {
        args: { file: system.file.replace(/system\.yaml$/, "master.yaml") },
        environment: environment.name,
      }),
    );
  }
  for (const worker of system.workers) {
    if (worker.name === system.value.master) {
      diagnostics.push(
        diagnose("worker-is-master", startOf(worker.file), {
          args: { target: worker.name },
          related: [placeIn(system, ["master"])],
          environment: environment.name,
          target: worker.name,
        }),
      );
    }
    if (index.targets.has(worker.name)) continue;
    diagnostics.push(
      diagnose("reference-unknown", startOf(worker.file), {
        args: { what: "target", name: worker.name, known: targets },
      }),
    );
  }
  if (!application) return diagnostics;
  for (const source of [system, ...(system.master ? [system.master] : []), ...system.workers]) {
    const map = { components: source.value.components, application: application.value };
    diagnostics.push(...checkComponentMap(source, ["components"], map));
  }
  return [...diagnostics, ...checkHosts(system, application.value.routes)];
}

function checkHosts(
  system: SystemState,
  routes: readonly { host: string; name: string }[],
): Diagnostic[] {
  const hosts = Object.keys(system.value.hosts).sort();
  const missingHosts = [...new Set(routes.map((route) => route.host))].filter(
    (host) => !hosts.includes(host),
  );
  const diagnostics = missingHosts.map((host) =>
    diagnose("host-missing", keyPlaceIn(system, ["hosts"]), {
      args: {
        host,
        routes: routes.filter((route) => route.host === host).map((route) => route.name),
      },
    }),
  );
  if (hosts.includes(system.value.traffic.host)) return diagnostics;
  return [
    ...diagnostics,
    missing(system, ["traffic", "host"], {
      what: "host",
      name: system.value.traffic.host,
      known: hosts,
    }),
  ];
}

interface Missing {
  readonly what: string;
  readonly name: string;
  readonly known: readonly string[];
}

function missing(source: Sourced, path: Path, { what, name, known }: Missing): Diagnostic {
  return diagnose("reference-unknown", placeIn(source, path), { args: { what, name, known } });
}

function missingKey(source: Sourced, path: Path, { what, name, known }: Missing): Diagnostic {
  return diagnose("reference-unknown", keyPlaceIn(source, path), { args: { what, name, known } });
}
