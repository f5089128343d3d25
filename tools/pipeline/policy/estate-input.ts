import { kindName, objectName, type Manifest } from "../model/manifest.ts";
import type { DesiredState } from "../model/desired-state.ts";
import type { Proof } from "../model/proof.ts";
import type { TargetResult } from "../model/run-result.ts";
import { setOrigin } from "../model/origin.ts";
import { startOf } from "../model/place.ts";
import { capacityOf } from "./capacity-of.ts";
import { egressPrices } from "./egress-prices.ts";
import { imagePulls } from "./image-pulls.ts";
import { normalisePods } from "./normalise-pods.ts";
import { placementOf } from "./placement-of.ts";
import { policyInputVersion, type EstateInput, type Parameters } from "./policy-input.ts";
import { roundTrips } from "./round-trips.ts";
import { portableFiles } from "./portable-files.ts";
import type { RuleMetadata } from "./rule-metadata.ts";
import { inFiles, withOrigins } from "./with-origins.ts";

/** The input about the whole estate, and the manifest behind each of its resources with the target it belongs to. */
export interface PreparedEstate {
  readonly input: EstateInput;
  readonly manifests: readonly Placed[];
}

interface Placed {
  readonly manifest: Manifest;
  readonly result: TargetResult;
}

interface EstateRequest {
  readonly desiredState: DesiredState;
  readonly targets: readonly TargetResult[];
  readonly asOf: string;
  readonly parameters: Parameters;
  readonly rules: readonly RuleMetadata[];
  readonly considered: Readonly<Record<string, number>>;
  readonly proofs: readonly Proof[];
  /** Some of the estate was not rendered. */
  readonly partial?: boolean | undefined;
}

/** Puts together what the rules of scope `estate` see; every declared value keeps its place. */
export function estateInput({
  desiredState,
  targets,
  asOf,
  parameters,
  rules,
  considered,
  proofs,
  partial = false,
}: EstateRequest): PreparedEstate {
  const manifests = wantedManifests(targets, rules);
  const isJudged = partial ? isPlaced(desiredState, targets) : () => true;
  const input: EstateInput = {
    apiVersion: policyInputVersion,
    scope: "estate",
    asOf,
    environments: byName(desiredState.environments, (environment) => ({
      systems: byName(
        environment.systems.filter(({ name }) => isJudged(environment.name, name)),
        (system) => ({
          datasources: system.datasources?.value.datasources ?? {},
          masterComponents: system.master?.value.components ?? {},
        }),
      ),
      waivers: environment.waivers?.value.waivers ?? [],
    })),
    targets: byName(desiredState.targets, ({ provider, value, infrastructure }) => ({
      provider,
      ...capacityOf(value.nodes),
      ...(infrastructure ? { infrastructure: infrastructure.value } : {}),
    })),
    latency: roundTrips(desiredState.latency?.value ?? []),
    providers: byName(desiredState.providers, ({ name }) => ({
      egress: egressPrices(desiredState, name),
    })),
    applications: byName(desiredState.applications, () => ({})),
    images: desiredState.images?.value.images ?? {},
    supply: desiredState.images?.value.supply ?? {},
    portableFiles: portableFiles(desiredState),
    placements: targets.flatMap((result) =>
      result.systems
        .filter(({ picture }) => isJudged(result.environment, picture.system.name))
        .map(({ picture }) => placementOf(result, picture)),
    ),
    parameters,
    rules: rulePlaces(rules),
    considered,
    // What a part of the estate does not prove, the rest may.
    ...(partial ? {} : { proofs }),
    resources: manifests.map(({ manifest, result }) => ({
      id: objectName(manifest.id),
      ...manifest.id,
      layer: manifest.layer,
      ...(manifest.system === undefined ? {} : { system: manifest.system }),
      ...(manifest.component === undefined ? {} : { component: manifest.component }),
      environment: result.environment,
      target: result.target,
      object: manifest.object,
    })),
    pulls: pullsOf(manifests.map(({ manifest }) => manifest)),
  };
  return { input, manifests };
}

function pullsOf(manifests: readonly Manifest[]): EstateInput["pulls"] {
  return imagePulls(manifests, normalisePods(manifests));
}

/** Whether all of a system was pictured: of one that is only known in part nobody knows what it lacks. */
function isPlaced(
  { environments }: DesiredState,
  targets: readonly TargetResult[],
): (environment: string, system: string) => boolean {
  const placed = Map.groupBy(
    targets.flatMap(({ environment, systems }) =>
      systems.map(({ picture }) => `${environment}/${picture.system.name}`),
    ),
    (name) => name,
  );
  const whole = new Set(
    environments.flatMap((environment) =>
      environment.systems
        .map(({ name, workers }) => ({ name: `${environment.name}/${name}`, workers }))
        .filter(({ name, workers }) => placed.get(name)?.length === workers.length + 1)
        .map(({ name }) => name),
    ),
  );
  return (environment, system) => whole.has(`${environment}/${system}`);
}

interface Entry {
  readonly name: string;
  readonly file: string;
  readonly value: object;
}

function byName<Item extends Entry>(
  items: readonly Item[],
  extra: (item: Item) => object,
): Record<string, unknown> {
  const files = new Map(items.map(({ name, file }) => [name, file]));
  const entries = items.map((item): [string, unknown] => [
    item.name,
    withOrigins(item.value, { extra: { name: item.name, ...extra(item) }, file: item.file }),
  ]);
  return inFiles(Object.fromEntries(entries), (name) => files.get(name) ?? "");
}

function rulePlaces(rules: readonly RuleMetadata[]): EstateInput["rules"] {
  const entries: Record<string, EstateInput["rules"][string]> = {};
  for (const { id, scope, title, folder, line, covers } of rules) {
    entries[id] = { scope, title, families: covers?.families ?? [] };
    setOrigin(entries, id, { place: { ...startOf(`policies/rules/${folder}/rule.rego`), line } });
  }
  return entries;
}

function wantedManifests(
  targets: readonly TargetResult[],
  rules: readonly RuleMetadata[],
): Placed[] {
  const kinds = new Set(rules.flatMap((rule) => rule.kinds ?? []));
  return targets.flatMap((result) =>
    result.manifests
      .filter(({ id }) => kinds.has(kindName(id)))
      .map((manifest) => ({ manifest, result })),
  );
}
