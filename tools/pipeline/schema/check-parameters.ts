import type { Diagnostic } from "../model/results/diagnostic.ts";
import type { DesiredState, Named } from "../model/estate/desired-state.ts";
import type { Application } from "../model/kinds/application.ts";
import { compileProperties, compileSchema } from "../model/estate/compile-schema.ts";
import { placeAt } from "../model/origins/origin.ts";
import { startOf } from "../model/origins/place.ts";

/** Checks that schemas from users (parameters of components, outputs of infrastructure) are valid JSON Schemas. */
export function checkParameterSchemas(state: DesiredState): Diagnostic[] {
  return [
    ...state.applications.flatMap(checkApplication),
    ...state.providers.flatMap(({ file, value }) => {
      const problem = value.infrastructure && compileSchema(value.infrastructure).problem;
      if (problem === undefined) return [];
      const at = placeAt(value, ["infrastructure"], startOf(file));
      const args = { parameter: "infrastructure", detail: problem };
      return [{ code: "application-parameters-invalid" as const, at, args }];
    }),
  ];
}

function checkApplication({ file, value }: Named<Application>): Diagnostic[] {
  return Object.entries(value.components).flatMap(([component, { parameters = {} }]) => {
    // Checking all at once is much faster, and nearly always enough.
    if (compileProperties(parameters).validate) return [];
    return Object.entries(parameters).flatMap(([parameter, schema]) => {
      const { problem } = compileSchema(schema);
      if (problem === undefined) return [];
      const at = placeAt(value, ["components", component, "parameters", parameter], startOf(file));
      const args = { parameter, component, detail: problem };
      return [{ code: "application-parameters-invalid" as const, at, args }];
    });
  });
}
