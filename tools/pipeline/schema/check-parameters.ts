import type { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { DesiredState, Named } from "../model/desired-state.ts";
import type { Application } from "../model/kinds/application.ts";
import { placeAt } from "../model/origin.ts";
import { startOf } from "../model/place.ts";

let lenient: Ajv | undefined;
let thorough: Ajv | undefined;

/** Schemas that users wrote (parameters of components, outputs of infrastructure) which are themselves no JSON Schema. */
export function checkParameterSchemas(state: DesiredState): Diagnostic[] {
  return [
    ...state.applications.flatMap(checkApplication),
    ...state.providers.flatMap(({ file, value }) => {
      const problem = value.infrastructure && problemOf(value.infrastructure);
      if (problem === undefined) return [];
      const at = placeAt(value, ["infrastructure"], startOf(file));
      const args = { parameter: "infrastructure", detail: problem };
      return [{ code: "application-parameters-invalid" as const, at, args }];
    }),
  ];
}

function checkApplication({ file, value }: Named<Application>): Diagnostic[] {
  return Object.entries(value.components).flatMap(([component, { parameters = {} }]) => {
    // All at once is much faster, and nearly always enough.
    if (problemOf({ type: "object", properties: parameters }) === undefined) return [];
    return Object.entries(parameters).flatMap(([parameter, schema]) => {
      const problem = problemOf(schema);
      if (problem === undefined) return [];
      const at = placeAt(value, ["components", component, "parameters", parameter], startOf(file));
      const args = { parameter, component, detail: problem };
      return [{ code: "application-parameters-invalid" as const, at, args }];
    });
  });
}

function problemOf(schema: object): string | undefined {
  lenient ??= new Ajv2020({
    strict: true,
    meta: false,
    validateSchema: false,
    code: { optimize: false },
  });
  const problem = compileProblem(lenient, schema);
  if (problem === undefined) return undefined;
  // Only for the wording: the meta-schemas say more, and take long to compile.
  thorough ??= new Ajv2020({ strict: true, allErrors: true });
  return compileProblem(thorough, schema) ?? problem;
}

function compileProblem(ajv: Ajv, schema: object): string | undefined {
  try {
    ajv.compile(schema);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    ajv.removeSchema(schema);
  }
}
