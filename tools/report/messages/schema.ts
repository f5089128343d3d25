import type { SchemaCode } from "@altostrata/pipeline";
import type { Messages } from "./messages.ts";

/** Messages about values that the definition of a kind does not allow. */
export const schemaMessages: Readonly<Record<SchemaCode, Messages>> = {
  "schema-unknown-key": {
    title: "Unknown key",
    what: "`{key}` is unknown[ in `{where}`].[ Did you mean `{suggestion}`?]",
    why: "An unknown key has no effect.",
    fix: "Correct or remove it.[ Known here: {allowed}.]",
  },
  "schema-missing-key": {
    title: "Missing key",
    what: "`{key}` is missing[ in `{where}`].",
    why: "It has no default, because a guess would be dangerous.",
    fix: "Add `{key}:`. The reference of this kind describes it.",
  },
  "schema-wrong-type": {
    title: "Wrong type",
    what: "[`{where}` is `{found}`, but ]{expected} is expected.",
    why: "A value of another type would be misread, or refused later by the API server.",
    fix: "Use {expected}. Quotes make a string; unquoted digits, true and false are numbers and booleans.",
  },
  "schema-not-allowed": {
    title: "Value not allowed",
    what: "[`{found}` is not allowed in `{where}`. ][Did you mean `{suggestion}`?]",
    why: "Only certain values are valid here.",
    fix: "Use one of: {allowed}.",
  },
  "schema-wrong-format": {
    title: "Wrong format",
    what: "`{found}`[ in `{where}`] is not {wanted}.",
    why: "The tools and the API server could not parse this value.",
    fix: "Use {wanted}.",
  },
  "schema-out-of-range": {
    title: "Out of range",
    what: "[`{where}` ]{problem}.",
    why: "Values outside this range are not meaningful.",
    fix: "Use a value within the range.",
    problems: {
      minimum: "is {found}; the minimum is {limit}",
      maximum: "is {found}; the maximum is {limit}",
      exclusiveMinimum: "is {found}; it must be greater than {limit}",
      exclusiveMaximum: "is {found}; it must be less than {limit}",
      multipleOf: "is {found}; it must be a multiple of {limit}",
      minLength: "is too short; the minimum is {limit} characters",
      maxLength: "is too long; the maximum is {limit} characters",
      minItems: "has too few elements; the minimum is {limit}",
      maxItems: "has too many elements; the maximum is {limit}",
      minProperties: "has too few keys; the minimum is {limit}",
      maxProperties: "has too many keys; the maximum is {limit}",
      uniqueItems: "repeats an earlier element of the list",
    },
  },
  "schema-wrong-kind": {
    title: "Wrong kind",
    what: "The file has kind `{found}`, but this path requires `{allowed}`.",
    why: "The path determines the purpose of a file. Another kind has no effect there.",
    fix: "Set `kind: {allowed}`, or move the file to the path of a `{found}`.",
  },
  "schema-wrong-api-version": {
    title: "Wrong API version",
    what: "`apiVersion` is `{found}`; this version of alto reads `{allowed}`.",
    why: "Another version may define the same keys differently.",
    fix: "Set `apiVersion: {allowed}`.",
  },
  "schema-invalid": {
    title: "Value not allowed",
    what: "[`{where}` ]{detail}.",
    why: "The schema of this kind does not allow it.",
    fix: "Change the value to match the schema.",
  },
  "application-parameters-invalid": {
    title: "Invalid parameter schema",
    what: "The JSON Schema of `{parameter}`[ of component `{component}`] cannot be used: {detail}.",
    why: "Without it, values of the parameter cannot be checked.",
    fix: "Correct the schema (JSON Schema 2020-12; `type` first, then keywords for that type).",
  },
};
