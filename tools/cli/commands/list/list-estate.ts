import { join } from "node:path";
import {
  objectName,
  type DesiredState,
  type RenderedTarget,
  type RunRequest,
} from "@altostrata/pipeline";
import { readDesiredState } from "../../files/read-desired-state.ts";
import { readRules } from "../../files/read-rules.ts";
import { runEstate } from "../../run/run-estate.ts";

export type Listable = "environments" | "targets" | "systems" | "manifests" | "rules" | "images";

/** A table: the header and the sorted rows. */
export interface Listing {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Lists one kind of content of the estate. */
export async function listEstate(what: Listable, estate: string, asOf: string): Promise<Listing> {
  if (what === "rules") return listRules(estate);
  if (what === "manifests") return listManifests(estate, asOf);
  const { desiredState } = await readDesiredState(estate);
  return listers[what](desiredState);
}

const listers: Readonly<
  Record<Exclude<Listable, "rules" | "manifests">, (state: DesiredState) => Listing>
> = {
  environments: ({ environments }) => ({
    head: ["ENVIRONMENT", "TIER", "SYSTEMS", "OWNERS"],
    rows: environments.map(({ name, value, systems }) => [
      name,
      value.tier,
      systems.map((system) => system.name).join(", "),
      value.owners.join(", "),
    ]),
  }),
  targets: ({ targets }) => ({
    head: ["TARGET", "PROVIDER", "REGION", "COUNTRY", "KUBERNETES"],
    rows: targets.map(({ name, provider, value }) => [
      name,
      provider,
      value.region,
      value.country,
      [
        value.kubernetes.version,
        ...(value.kubernetes.next ? [`(next ${value.kubernetes.next})`] : []),
      ].join(" "),
    ]),
  }),
  systems: ({ environments }) => ({
    head: ["ENVIRONMENT", "SYSTEM", "APPLICATION", "MASTER", "WORKERS", "PATTERNS"],
    rows: environments.flatMap((environment) =>
      environment.systems.map(({ name, value, workers }) => [
        environment.name,
        name,
        value.application,
        value.master,
        workers.map((worker) => worker.name).join(", "),
        [
          ...Object.keys(value.patterns),
          ...(environment.value.preProductionOf ? ["pre-production"] : []),
        ]
          .sort()
          .join(", "),
      ]),
    ),
  }),
  images: ({ images }) => ({
    head: ["IMAGE", "REPOSITORY", "TAG", "DIGEST"],
    rows: Object.entries(images?.value.images ?? {})
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([name, { repository, tag, digest }]) => [name, repository, tag, digest ?? "open"]),
  }),
};

function listRules(estate: string): Listing {
  const rules = readRules(join(estate, "policies"));
  return {
    head: ["RULE", "FAMILY", "SEVERITY", "SCOPE", "TITLE"],
    rows: rules.map(({ id, family, severity, scope, title }) => [
      id,
      family,
      severity,
      scope,
      title,
    ]),
  };
}

async function listManifests(estate: string, asOf: string): Promise<Listing> {
  const rows: string[][] = [];
  const onRendered: RunRequest["onRendered"] = (targets) =>
    rows.push(...targets.flatMap(manifestRows));
  await runEstate({ estate, asOf, onRendered });
  return { head: ["ENVIRONMENT", "TARGET", "OBJECT", "SYSTEM", "COMPONENT", "TEMPLATE"], rows };
}

function manifestRows({ environment, target, manifests }: RenderedTarget): string[][] {
  return manifests.map(({ id, system = "", component = "", at }) => [
    environment,
    target,
    objectName(id),
    system,
    component,
    `${at.file}:${at.line}`,
  ]);
}
