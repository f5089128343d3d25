import type { ValidateFunction } from "ajv";
import { validatorFor } from "../model/estate/compile-schema.ts";
import { kindDefinitions, policyDefinitions } from "../model/estate/definitions.ts";
import type { YamlKind } from "../model/kinds/kinds.ts";
import type { JsonSchema } from "./json-schema.ts";

export interface KindValidator {
  readonly schema: JsonSchema;
  readonly validate: ValidateFunction;
}

/** Whether files of a kind are YAML that a definition checks. */
export function isYamlKind(kind: string): kind is YamlKind {
  return Object.hasOwn(kindDefinitions, kind);
}

/** The check of one kind of file. Compiles it on first use: runs that know their files by digest need none. */
export function validatorOf(kind: YamlKind): KindValidator {
  const schema = kindDefinitions[kind] as unknown as JsonSchema;
  return { schema, validate: validatorFor(schema) };
}

/** What files of each kind call themselves in `kind`. */
export const kindNames: ReadonlySet<string> = new Set(
  [...Object.values(kindDefinitions), policyDefinitions.policySettings].map(({ title }) => title),
);
