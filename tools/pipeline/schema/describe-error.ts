import type { ErrorObject } from "ajv";
import { closestWord } from "../model/values/closest-word.ts";
import type { SchemaCode } from "../model/results/codes.ts";
import type { Diagnostic, MessageArgument } from "../model/results/diagnostic.ts";
import { keyPlaceAt, placeAt, type Path } from "../model/origins/origin.ts";
import { namePattern } from "../model/estate/name-pattern.ts";
import { startOf } from "../model/origins/place.ts";
import { valueAt } from "../model/values/value-at.ts";
import { pointerSegments, schemasAlong, type JsonSchema } from "./json-schema.ts";

export interface CheckedValue {
  readonly file: string;
  readonly value: unknown;
  readonly schema: JsonSchema;
}

type Args = Readonly<Record<string, MessageArgument>>;

/** Converts an error of the validator to a diagnostic: its code, its facts and the exact place. */
export function describeError(error: ErrorObject, checked: CheckedValue): Diagnostic {
  const path = pointerSegments(error.instancePath);
  const params = error.params as Record<string, unknown>;
  switch (error.keyword) {
    case "additionalProperties":
    case "unevaluatedProperties":
      return describeKey(error, checked, path);
    case "required": {
      const key = String(params["missingProperty"]);
      const at = keyPlaceAt(checked.value, path, startOf(checked.file));
      return { code: "schema-missing-key", at, args: { key, where: path.join(".") } };
    }
    case "type":
    case "anyOf":
      return atValue("schema-wrong-type", {
        checked,
        path,
        args: { expected: expectedTypes(error, checked.schema) },
      });
    case "enum":
    case "const":
      return describeWord(error, checked, path);
    case "pattern":
    case "format":
      return atValue("schema-wrong-format", {
        checked,
        path,
        args: { wanted: expectedFormat(error, checked.schema) },
      });
    case "uniqueItems":
      return atValue("schema-out-of-range", {
        checked,
        path: [...path, String(params["i"])],
        args: { problem: error.keyword, limit: Number(params["j"]) },
      });
    case "minimum":
    case "maximum":
    case "exclusiveMinimum":
    case "exclusiveMaximum":
    case "multipleOf":
    case "minLength":
    case "maxLength":
    case "minItems":
    case "maxItems":
    case "minProperties":
    case "maxProperties":
      return atValue("schema-out-of-range", {
        checked,
        path,
        args: { problem: error.keyword, limit: Number(params["limit"] ?? params["multipleOf"]) },
      });
    default:
      return atValue("schema-invalid", {
        checked,
        path,
        args: { detail: error.message ?? error.keyword },
      });
  }
}

function atValue(
  code: SchemaCode,
  { checked, path, args }: { checked: CheckedValue; path: Path; args: Args },
): Diagnostic {
  const found = describeFound(valueAt(checked.value, path));
  return {
    code,
    at: placeAt(checked.value, path, startOf(checked.file)),
    args: { where: path.join("."), ...(found === undefined ? {} : { found }), ...args },
  };
}

function describeKey(error: ErrorObject, checked: CheckedValue, path: Path): Diagnostic {
  const params = error.params as Record<string, unknown>;
  const key = String(params["additionalProperty"] ?? params["unevaluatedProperty"]);
  const owner = schemasAlong(checked.schema, error.schemaPath).at(-1);
  const at = keyPlaceAt(checked.value, [...path, key], startOf(checked.file));
  const where = path.join(".");
  const [pattern] = Object.keys(owner?.patternProperties ?? {});
  if (pattern !== undefined) {
    const expected =
      pattern === namePattern ? "lower-case letters, digits and dashes, at most 40" : pattern;
    return { code: "schema-wrong-format", at, args: { where, found: key, expected, key: true } };
  }
  const allowed = Object.keys(owner?.properties ?? {}).sort();
  const suggestion = closestWord(key, allowed);
  return {
    code: "schema-unknown-key",
    at,
    args: { key, where, allowed, ...(suggestion ? { suggestion } : {}) },
  };
}

function describeWord(error: ErrorObject, checked: CheckedValue, path: Path): Diagnostic {
  const params = error.params as { allowedValues?: unknown[]; allowedValue?: unknown };
  const allowed = (params.allowedValues ?? [params.allowedValue]).map(String);
  const found = valueAt(checked.value, path);
  const suggestion = typeof found === "string" ? closestWord(found, allowed) : undefined;
  const code = codeOfWord(path);
  return atValue(code, { checked, path, args: { allowed, ...(suggestion ? { suggestion } : {}) } });
}

function codeOfWord(path: Path): SchemaCode {
  if (path.length === 1 && path[0] === "kind") return "schema-wrong-kind";
  if (path.length === 1 && path[0] === "apiVersion") return "schema-wrong-api-version";
  return "schema-not-allowed";
}

const typeNames: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
  object: "a map",
  array: "a list",
  null: "null",
};

function expectedTypes(error: ErrorObject, root: JsonSchema): string {
  // Only the schema around the keyword is of interest.
  const schemas = schemasAlong(root, error.schemaPath.replace(/\/[^/]*$/, ""));
  const schema = schemas.at(-1);
  const described = schema?.description ?? unionAbove(schemas)?.description;
  if (described !== undefined) return described;
  const types = new Set([schema, ...(schema?.anyOf ?? [])].flatMap((form) => form?.type ?? []));
  return [...types].map((type) => typeNames[type] ?? type).join(" or ");
}

function expectedFormat(error: ErrorObject, root: JsonSchema): string {
  const schemas = schemasAlong(root, error.schemaPath);
  const described = schemas.at(-1)?.description ?? unionAbove(schemas)?.description;
  const params = error.params as { pattern?: string; format?: string };
  return described ?? `a text that matches ${params.pattern ?? params.format ?? ""}`;
}

/** The schema whose `anyOf` contains the last schema: its description covers all branches. */
function unionAbove(schemas: readonly JsonSchema[]): JsonSchema | undefined {
  const union = schemas.at(-3);
  const isUnion = union?.anyOf !== undefined && (union.anyOf as unknown) === schemas.at(-2);
  return isUnion ? union : undefined;
}

const maxLength = 60;

function describeFound(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a map";
  if (typeof value !== "string") return String(value as number | boolean);
  return value.length > maxLength ? `${value.slice(0, maxLength)}...` : value;
}
