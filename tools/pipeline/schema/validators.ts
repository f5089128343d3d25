import type { ValidateFunction } from "ajv";
import definitions from "../model/generated/kind-definitions.json" with { type: "json" };
import validators from "../model/generated/validators.cjs";
import type { YamlKind } from "../model/kinds/kinds.ts";
import type { JsonSchema } from "./json-schema.ts";

export interface KindValidator {
  readonly schema: JsonSchema;
  readonly validate: ValidateFunction;
}

/** Whether files of a kind are YAML that a definition checks. */
export function isYamlKind(kind: string): kind is YamlKind {
  return Object.hasOwn(definitions, kind) && kind !== "policySettings";
}

/** The check of one kind of file, compiled when the definitions changed, not when the program starts. */
export function validatorOf(kind: YamlKind): KindValidator {
  return { schema: definitions[kind] as JsonSchema, validate: validators[kind] };
}

/** What files of each kind call themselves in `kind`. */
export const kindNames: ReadonlySet<string> = new Set(
  Object.values(definitions).map(({ title }) => title),
);
