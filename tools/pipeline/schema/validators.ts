import type { ValidateFunction } from "ajv";
import { validatorFor } from "../model/estate/compile-schema.ts";
import { kindDefinitions, policyDefinitions } from "../model/estate/definitions.ts";
import type { YamlKind } from "../model/kinds/kinds.ts";
import type { JsonSchema } from "./json-schema.ts";

export interface KindValidator {
  readonly schema: JsonSchema;
  readonly validate: ValidateFunction;
}

/** Reports whether files of a kind are YAML with a definition. */
export function isYamlKind(kind: string): kind is YamlKind {
  return Object.hasOwn(kindDefinitions, kind);
}

/** Returns the validator of a kind of file. Compiled on first use: cached runs need none. */
export function validatorOf(kind: YamlKind): KindValidator {
  const schema = kindDefinitions[kind] as unknown as JsonSchema;
  return { schema, validate: validatorFor(schema) };
}

/** The value of `kind` in files of each kind. */
export const kindNames: ReadonlySet<string> = new Set(
  [...Object.values(kindDefinitions), policyDefinitions.policySettings].map(({ title }) => title),
);
