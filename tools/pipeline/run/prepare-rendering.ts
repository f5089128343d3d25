import { describeApis, type ApiDescriptions } from "../manifests/schema/describe-apis.ts";
import type { DesiredState } from "../model/estate/desired-state.ts";
import type { Diagnostic } from "../model/results/diagnostic.ts";
import { createRenderer, type Renderer } from "../render/create-renderer.ts";
import type { ResolvedEstate } from "../steps.ts";

/** Prepares the API descriptions of an estate. Each is read lazily. */
export function prepareApis(desiredState: DesiredState): ApiDescriptions {
  return describeApis({
    kubernetes: desiredState.kubernetesSchemas,
    addons: desiredState.addonSchemas,
  });
}

/** Prepares a renderer for the templates of an estate. They are parsed lazily. */
export function prepareRenderer({ templates }: DesiredState, apis: ApiDescriptions): Renderer {
  return createRenderer(templates, apis.namespaced);
}

/** Reports the problems of all templates, used or not. */
export function checkTemplates({ renderer }: ResolvedEstate): readonly Diagnostic[] {
  return renderer.checkTemplates();
}
