import type { Manifest } from "../model/manifest.ts";
import type { DesiredState } from "../model/desired-state.ts";
import type { Proof } from "../model/proof.ts";
import type { TargetResult } from "../model/run-result.ts";
import { setOrigin } from "../model/origin.ts";
import { startOf } from "../model/place.ts";
import { capacityOf } from "./capacity-of.ts";
import { egressPrices } from "./egress-prices.ts";
import type { EstatePart } from "./estate-part.ts";
import { lazyList } from "./lazy-list.ts";
import { placementOf } from "./placement-of.ts";
import { policyInputVersion, type EstateInput, type Parameters } from "./policy-input.ts";
import { roundTrips } from "./round-trips.ts";
import { portableFiles } from "./portable-files.ts";
import type { RuleMetadata } from "./rule-metadata.ts";
import { inFiles, withOrigins } from "./with-origins.ts";

/** The input about the whole estate, and what stands behind its lists. */
export interface PreparedEstate {
  readonly input: EstateInput;
  /** The manifest behind each of its resources, with the target it belongs to. */
  readonly manifests: readonly Placed[];
  /** The target behind each of its placements. */
  readonly placed: readonly TargetResult[];
}

interface Placed {
  readonly manifest: Manifest;
  readonly result: TargetResult;
}

/** A target and what it adds to the input. */
interface JudgedTarget {
  readonly result: TargetResult;
  readonly part: EstatePart;
}

interface EstateRequest {
  readonly desiredState: DesiredState;
  readonly targets: readonly JudgedTarget[];
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
  const manifests = wantedManifests(targets);
  const isJudged = partial ? isPlaced(desiredState, targets) : () => true;
  const placed = targets
    .flatMap(({ result, part }) =>
      part.placements.map((printed, index) => ({ result, index, printed })),
    )
    .filter(({ result, printed }) => isJudged(result.environment, printed.system));
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
    placements: placementsOf(placed),
    parameters,
    rules: rulePlaces(rules),
    considered,
    // What a part of the estate does not prove, the rest may.
    ...(partial ? {} : { proofs }),
    resources: manifests.map(({ resource }) => resource),
    pulls: manifests.flatMap(({ pulls }) => pulls),
  };
  return { input, manifests, placed: placed.map(({ result }) => result) };
}

/** Whether all of a system was pictured: of one that is only known in part nobody knows what it lacks. */
function isPlaced(
  { environments }: DesiredState,
  targets: readonly JudgedTarget[],
): (environment: string, system: string) => boolean {
  const placed = Map.groupBy(
    targets.flatMap(({ result: { environment }, part }) =>
      part.placements.map(({ system }) => `${environment}/${system}`),
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

function placementsOf(
  placed: readonly { result: TargetResult; index: number; printed: unknown }[],
): readonly unknown[] {
  return lazyList(
    placed.map(({ printed }) => printed),
    (position) => {
      const { result, index } = placed[position] ?? {};
      const picture = result?.systems[index ?? 0]?.picture;
      return result && picture && placementOf(result, picture);
    },
  );
}

function rulePlaces(rules: readonly RuleMetadata[]): EstateInput["rules"] {
  const entries: Record<string, EstateInput["rules"][string]> = {};
  for (const { id, scope, title, folder, line, covers } of rules) {
    entries[id] = { scope, title, families: covers?.families ?? [] };
    setOrigin(entries, id, { place: { ...startOf(`policies/rules/${folder}/rule.rego`), line } });
  }
  return entries;
}

interface Wanted extends Placed {
  readonly resource: EstateInput["resources"][number];
  readonly pulls: EstateInput["pulls"];
}

function wantedManifests(targets: readonly JudgedTarget[]): readonly Wanted[] {
  const kept = targets.flatMap(({ result, part }) =>
    part.resources.map((one) => ({ ...one, result })),
  );
  return kept.map(({ result, resource, position, incomplete, pulls }, index) => ({
    result,
    resource,
    manifest: laterManifest({ resource, incomplete }, () => result.manifests[position]),
    pulls: pulls.map((pull) => ({
      ...pull,
      resource: index,
      path: ["resources", index, "object", ...pull.path],
    })),
  }));
}

/** A manifest of which it is known what it is: what it says and where is rendered when somebody asks that. */
function laterManifest(
  { resource, incomplete }: Pick<EstatePart["resources"][number], "resource" | "incomplete">,
  find: () => Manifest | undefined,
): Manifest {
  const { group, version, kind, namespace, name, layer, system, component } = resource;
  const made = (): Manifest => {
    const manifest = find();
    if (!manifest) throw new Error(`${resource.id} is not rendered a second time`);
    return manifest;
  };
  return {
    id: { group, version, kind, namespace, name },
    layer,
    incomplete,
    ...(system === undefined ? {} : { system }),
    ...(component === undefined ? {} : { component }),
    get object() {
      return made().object;
    },
    get at() {
      return made().at;
    },
    sourceAt: (path) => made().sourceAt(path),
  };
}
