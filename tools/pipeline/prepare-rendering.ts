import { describeApis, type ApiDescriptions } from "./manifests/schema/describe-apis.ts";
import type { DesiredState } from "./model/estate/desired-state.ts";
import type { Diagnostic } from "./model/results/diagnostic.ts";
import { createRenderer, type Renderer } from "./render/create-renderer.ts";
import type { ResolvedEstate } from "./steps.ts";

/** The API descriptions of an estate; each is read when it is first needed. */
export function prepareApis(desiredState: DesiredState): ApiDescriptions {
  return describeApis({
    kubernetes: desiredState.kubernetesSchemas,
    addons: desiredState.addonSchemas,
  });
}

/** A renderer for the templates of an estate; they are parsed when they are first needed. */
export function prepareRenderer({ templates }: DesiredState, apis: ApiDescriptions): Renderer {
  return createRenderer(templates, apis.namespaced);
}

/** What is wrong with the templates themselves, whether a system uses them or not. */
export function checkTemplates({ renderer }: ResolvedEstate): readonly Diagnostic[] {
  return renderer.checkTemplates();
}
