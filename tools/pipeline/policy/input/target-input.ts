import type { DesiredState } from "../../model/estate/desired-state.ts";
import { kindName, type Manifest } from "../../model/kubernetes/manifest.ts";
import { contentOf, type ObjectContent } from "../../model/kubernetes/object-content.ts";
import type { SystemView } from "../../model/view/view.ts";
import type { RenderedTarget } from "../../model/results/rendered-target.ts";
import { textFinder, type PlaceNames } from "./manifests/find-texts.ts";
import { identifyManifest } from "./manifests/identify-manifest.ts";
import { imagePulls } from "./manifests/image-pulls.ts";
import { normalisePods } from "./manifests/normalise-pods.ts";
import {
  policyInputVersion,
  type Parameters,
  type PolicyResource,
  type PolicyText,
  type TargetInput,
  type Tier,
  type Vocabulary,
} from "./policy-input.ts";
import { outsideResidency } from "./facts/vocabulary.ts";
import { setDefaultOrigins, withOrigins } from "./with-origins.ts";

/** The input of one environment on one target, and its JSON. The values of the object keep their places. */
interface PreparedInput {
  readonly input: TargetInput;
  readonly json: string;
}

/** The input of a target besides its systems and manifests. */
export interface TargetContext {
  readonly desiredState: DesiredState;
  readonly asOf: string;
  readonly vocabulary: Vocabulary;
  readonly parameters: Parameters;
}

/** Prepares the input of one target. Returns undefined if a manifest nests too deep to be printed. */
export function targetInput(
  target: RenderedTarget,
  { desiredState, asOf, vocabulary, parameters }: TargetContext,
): PreparedInput | undefined {
  const resources = target.manifests.map(toResource);
  const printed = print(target.manifests);
  if (!printed) return undefined;
  const started = normalisePods(target.manifests);
  const outside = outsideResidency(desiredState, target.environment);
  const rest = {
    apiVersion: policyInputVersion,
    scope: "target" as const,
    asOf,
    ...declared(desiredState, target),
    systems: systemsOf(target.systems, target.environment),
    vocabulary,
    outside,
    parameters,
    byKind: byKind(resources),
    ...started,
    pulls: imagePulls(target.manifests, started),
    texts: textsIn(printed, { regions: vocabulary.regions, outside: Object.keys(outside) }),
  };
  const input = setDefaultOrigins({ ...rest, resources }, () =>
    environmentFile(target.environment),
  );
  return {
    input,
    json: `${JSON.stringify(rest).slice(0, -1)},"resources":[${printed.map(({ json }) => json).join(",")}]}`,
  };
}

function textsIn(printed: readonly PrintedResource[], places: PlaceNames): PolicyText[] {
  const findTexts = textFinder(places);
  return printed.flatMap(({ object, content }, index) =>
    findTexts(object, content).map((found) => ({
      ...found,
      resource: index,
      path: ["resources", index, "object", ...found.path],
    })),
  );
}

/** Resources are by far the largest part of the input, so each is printed only once. */
function print(manifests: readonly Manifest[]): readonly PrintedResource[] | undefined {
  const printed = manifests.flatMap((manifest): PrintedResource[] => {
    const content = contentOf(manifest.object);
    if (!content) return [];
    const identity = JSON.stringify(identifyManifest(manifest));
    const { object } = manifest;
    return [{ object, content, json: `${identity.slice(0, -1)},"object":${content.json}}` }];
  });
  return printed.length === manifests.length ? printed : undefined;
}

interface PrintedResource {
  readonly object: Manifest["object"];
  readonly content: ObjectContent;
  readonly json: string;
}

/** Returns the tier of an environment; production for an unknown one, such as that of a checked file. */
export function tierOf(desiredState: DesiredState, environment: string): Tier {
  return (
    desiredState.environments.find(({ name }) => name === environment)?.value.tier ?? "production"
  );
}

/** Returns the file that declares the environment: the place of values without their own. */
export function environmentFile(environment: string): string {
  return `environments/${environment}/environment.yaml`;
}

function toResource(manifest: Manifest): PolicyResource {
  return { ...identifyManifest(manifest), object: manifest.object };
}

function declared(
  desiredState: DesiredState,
  result: RenderedTarget,
): Pick<TargetInput, "environment" | "target" | "provider"> {
  const environment = desiredState.environments.find(({ name }) => name === result.environment);
  const target = desiredState.targets.find(({ name }) => name === result.target);
  const provider = desiredState.providers.find(({ name }) => name === result.provider);
  return {
    environment: withOrigins<object, TargetInput["environment"]>(environment?.value ?? {}, {
      extra: { name: result.environment, tier: tierOf(desiredState, result.environment) },
      file: environment?.file ?? environmentFile(result.environment),
    }),
    target: withOrigins<object, TargetInput["target"]>(
      target?.value ?? { kubernetes: result.kubernetes },
      {
        extra: { name: result.target, provider: result.provider },
        file: target?.file ?? `clouds/${result.provider}/targets/${result.target}.yaml`,
      },
    ),
    provider: withOrigins(
      { capabilities: provider?.value.capabilities ?? {}, lockIn: provider?.value.lockIn ?? [] },
      {
        extra: { name: result.provider },
        file: provider?.file ?? `clouds/${result.provider}/provider.yaml`,
      },
    ),
  };
}

function systemsOf(
  systems: readonly SystemView[],
  environment: string,
): Readonly<Record<string, unknown>> {
  const summaries = systems.map(({ view }): [string, unknown] => [
    view.system.name,
    {
      application: view.application.name,
      namespace: view.namespace,
      master: view.system.master,
      part: view.part,
      patterns: view.system.patterns,
      objectives: view.system.objectives,
    },
  ]);
  return setDefaultOrigins(
    Object.fromEntries(summaries),
    (system) => `environments/${environment}/${system}/system.yaml`,
  );
}

function byKind(resources: readonly PolicyResource[]): Record<string, number[]> {
  const positions = new Map<string, number[]>();
  for (const [index, { group, kind }] of resources.entries()) {
    const name = kindName({ group, kind });
    const existing = positions.get(name);
    if (existing) existing.push(index);
    else positions.set(name, [index]);
  }
  return Object.fromEntries(positions);
}
