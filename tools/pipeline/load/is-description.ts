import type { FileKind } from "../model/estate/estate-files.ts";
import { deepestNesting } from "../model/values/deepest-nesting.ts";
import { isRecord, type JsonRecord } from "../model/values/json-record.ts";

/**
 * Reports whether parsed JSON describes kinds of Kubernetes or of an add-on in the shape that manifest checks read.
 */
export function isDescription(kind: FileKind, content: unknown): boolean {
  if (!isRecord(content)) return false;
  return kind === "kubernetes-schema" ? isKubernetes(content) : isAddon(content);
}

function isKubernetes({ definitions, kinds, removed }: JsonRecord): boolean {
  return (
    isMapOf(definitions, (schema) => isSchema(schema)) &&
    isListOf(kinds, (kind) => isKindHead(kind, ["version", "definition"])) &&
    isListOf(
      removed,
      (kind) =>
        hasTexts(kind, ["group", "version", "kind", "removedIn"]) &&
        isOptional(kind["replacement"], isReplacement),
    )
  );
}

function isAddon({ addon, kinds }: JsonRecord): boolean {
  return (
    typeof addon === "string" &&
    isListOf(
      kinds,
      (kind) =>
        isKindHead(kind, []) &&
        isListOf(
          kind["versions"],
          (version) =>
            hasTexts(version, ["name"]) &&
            typeof version["served"] === "boolean" &&
            isOptional(version["schema"], (schema) => isSchema(schema)),
        ),
    )
  );
}

function isKindHead(kind: JsonRecord, more: readonly string[]): boolean {
  return (
    hasTexts(kind, ["group", "kind", ...more]) &&
    typeof kind["namespaced"] === "boolean" &&
    isOptional(kind["replacement"], isReplacement)
  );
}

function isReplacement(value: unknown): boolean {
  return isRecord(value) && hasTexts(value, ["group", "version", "kind"]);
}

/** Reports whether the parts of a schema that the checks walk have the right types. Unknown keywords are ignored. */
function isSchema(schema: unknown, depth = 0): boolean {
  if (!isRecord(schema) || depth > deepestNesting) return false;
  const isBelow = (value: unknown): boolean => isSchema(value, depth + 1);
  return (
    ["$ref", "type", "format", "pattern"].every((word) => isOptional(schema[word], isText)) &&
    ["required", "x-kubernetes-list-map-keys"].every((word) =>
      isOptional(schema[word], (value) => Array.isArray(value) && value.every(isText)),
    ) &&
    isOptional(schema["enum"], Array.isArray) &&
    isOptional(schema["properties"], (value) => isMapOf(value, isBelow)) &&
    ["items", "not"].every((word) => isOptional(schema[word], isBelow)) &&
    isOptional(
      schema["additionalProperties"],
      (value) => typeof value === "boolean" || isBelow(value),
    ) &&
    ["allOf", "anyOf", "oneOf"].every((word) =>
      isOptional(schema[word], (value) => isListOf(value, isBelow)),
    ) &&
    isOptional(schema["x-kubernetes-validations"], (value) =>
      isListOf(value, (rule) => hasTexts(rule, ["rule"])),
    )
  );
}

function isText(value: unknown): boolean {
  return typeof value === "string";
}

function isOptional(value: unknown, accepts: (value: unknown) => boolean): boolean {
  return value === undefined || accepts(value);
}

function isListOf(value: unknown, accepts: (item: JsonRecord) => boolean): boolean {
  return Array.isArray(value) && value.every((item) => isRecord(item) && accepts(item));
}

function isMapOf(value: unknown, accepts: (item: unknown) => boolean): boolean {
  return isRecord(value) && Object.values(value).every(accepts);
}

function hasTexts(value: JsonRecord, keys: readonly string[]): boolean {
  return keys.every((key) => isText(value[key]));
}
