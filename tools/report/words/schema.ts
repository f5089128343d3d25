import type { SchemaCode } from "@altostrata/pipeline";
import type { Words } from "./words.ts";

/** The wording of what the definition of a kind does not allow. */
export const schemaWords: Readonly<Record<SchemaCode, Words>> = {
  "schema-unknown-key": {
    title: "Unknown key",
    what: "`{key}` is not known[ in `{where}`].[ Did you mean `{suggestion}`?]",
    why: "A key that nobody reads has no effect, however right it looks.",
    fix: "Correct or remove it.[ Known here: {allowed}.]",
  },
  "schema-missing-key": {
    title: "Missing key",
    what: "`{key}` is missing[ in `{where}`].",
    why: "It has no default, because guessing it would be dangerous.",
    fix: "Add `{key}:`; the reference of this kind says what it means.",
  },
  "schema-wrong-type": {
    title: "Wrong type",
    what: "[`{where}` is `{found}`, but ]{expected} is wanted.",
    why: "A value of another type would be misread, or refused much later by the API server.",
    fix: "Write {expected}; quotes make a text, no quotes a number or true and false.",
  },
  "schema-not-allowed": {
    title: "Word that is not allowed",
    what: "[`{found}` is not allowed in `{where}`. ][Did you mean `{suggestion}`?]",
    why: "Only some words have a meaning here.",
    fix: "Use one of: {allowed}.",
  },
  "schema-wrong-format": {
    title: "Wrong format",
    what: "`{found}`[ in `{where}`] is not {wanted}.",
    why: "The tools and the API server read this text, and could not.",
    fix: "Write {wanted}.",
  },
  "schema-out-of-range": {
    title: "Out of range",
    what: "[`{where}` ]{problem}.",
    why: "Outside this range the value has no sensible meaning.",
    fix: "Change the value so that it is in range.",
    problems: {
      minimum: "is {found}; at least {limit} is wanted",
      maximum: "is {found}; at most {limit} is allowed",
      exclusiveMinimum: "is {found}; more than {limit} is wanted",
      exclusiveMaximum: "is {found}; less than {limit} is wanted",
      multipleOf: "is {found}; a multiple of {limit} is wanted",
      minLength: "is too short; at least {limit} characters are wanted",
      maxLength: "is too long; at most {limit} characters are allowed",
      minItems: "has too few elements; at least {limit} are wanted",
      maxItems: "has too many elements; at most {limit} are allowed",
      minProperties: "has too few keys; at least {limit} are wanted",
      maxProperties: "has too many keys; at most {limit} are allowed",
      uniqueItems: "repeats an earlier element of the list",
    },
  },
  "schema-wrong-kind": {
    title: "Wrong kind",
    what: "The file says that it is a `{found}`, but at this path a `{allowed}` is wanted.",
    why: "The path says what a file is for; a file of another kind there has no effect.",
    fix: "Write `kind: {allowed}`, or move the file to where a `{found}` belongs.",
  },
  "schema-wrong-api-version": {
    title: "Wrong API version",
    what: "`apiVersion` is `{found}`; this version of alto reads `{allowed}`.",
    why: "Another version may use the same words with another meaning.",
    fix: "Write `apiVersion: {allowed}`.",
  },
  "schema-invalid": {
    title: "Value not allowed",
    what: "[`{where}` ]{detail}.",
    why: "The definition of this kind of file does not allow it.",
    fix: "Change the value so that it fits the definition.",
  },
  "application-parameters-invalid": {
    title: "Schema of a parameter that is none",
    what: "The JSON Schema of `{parameter}`[ of component `{component}`] cannot be used: {detail}.",
    why: "Without it no value of the parameter can be checked.",
    fix: "Correct the schema (JSON Schema 2020-12; `type` first, then keywords for that type).",
  },
};
