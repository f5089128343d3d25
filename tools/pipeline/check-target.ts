import { knownObjects } from "./manifests/across/known-objects.ts";
import { checkManifests } from "./manifests/check-manifests.ts";
import type { Diagnostic } from "./model/results/diagnostic.ts";
import type { RenderedTarget } from "./model/results/rendered-target.ts";
import { targetNamed } from "./render-environment.ts";
import { reportProgress } from "./report-progress.ts";
import type { ResolvedEstate } from "./steps.ts";

/** Checks the manifests of a target against its APIs. */
export function checkTarget(estate: ResolvedEstate, rendered: RenderedTarget): Diagnostic[] {
  reportProgress(estate, "manifests", rendered);
  const { desiredState, apis } = estate;
  const { environment, manifests, lacksObjects } = rendered;
  const target = targetNamed(desiredState, rendered.target);
  const provider = desiredState.providers.find(({ name }) => name === target.provider);
  return checkManifests({
    environment,
    target,
    manifests,
    apis,
    known: provider ? knownObjects(provider.value) : [],
    complete: lacksObjects !== true,
  });
}
