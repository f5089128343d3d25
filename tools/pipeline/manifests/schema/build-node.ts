import { own } from "../../model/values/own.ts";
import { compilePattern } from "./compile-pattern.ts";
import type { NodeType, RawSchema, SchemaNode } from "./schema-node.ts";

/** The definitions, and the nodes built so far, by name of definition. */
export interface Definitions {
  readonly raw: Readonly<Record<string, RawSchema>>;
  readonly built: Map<string, SchemaNode>;
  readonly native: boolean;
}

const nodeTypes: ReadonlySet<string> = new Set([
  "object",
  "array",
  "string",
  "integer",
  "number",
  "boolean",
]);
const noProperties: ReadonlyMap<string, SchemaNode> = new Map();

/** Builds the node of a schema. Each referenced definition is built once, even a recursive one. */
export function buildNode(schema: RawSchema, definitions: Definitions): SchemaNode {
  if (schema.$ref !== undefined) {
    return buildDefinition(schema.$ref.slice("#/definitions/".length), definitions);
  }
  const node = emptyNode(definitions.native);
  fillNode(node, schema, definitions);
  return node;
}

function buildDefinition(name: string, definitions: Definitions): SchemaNode {
  const known = definitions.built.get(name);
  if (known) return known;
  const node = emptyNode(definitions.native);
  // Registered before it is filled: a definition may refer to itself.
  definitions.built.set(name, node);
  const schema = own(definitions.raw, name) ?? {};
  fillNode(node, notEnforced.has(name) ? { ...schema, required: [] } : schema, definitions);
  return node;
}

/** Definitions whose required fields the server does not enforce. */
const notEnforced: ReadonlySet<string> = new Set(["io.k8s.api.core.v1.LimitRangeSpec"]);

function emptyNode(native: boolean): SchemaNode {
  return {
    intOrString: false,
    quantity: false,
    native,
    nullable: false,
    anyFields: false,
    properties: noProperties,
    required: [],
    isSet: false,
    rules: [],
    hasRules: false,
    hasDefaults: false,
  };
}

function fillNode(node: SchemaNode, schema: RawSchema, definitions: Definitions): void {
  const { type, format, items, additionalProperties } = schema;
  node.quantity = format === "quantity";
  node.intOrString = schema["x-kubernetes-int-or-string"] === true || format === "int-or-string";
  const simple = !node.quantity && !node.intOrString;
  if (simple && type !== undefined && nodeTypes.has(type)) node.type = type as NodeType;
  node.nullable = schema.nullable === true;
  node.required = schema.required ?? [];
  if (schema.enum) node.allowedWords = new Set(schema.enum);
  if (format !== undefined && simple) node.format = format;
  const pattern = schema.pattern === undefined ? undefined : compilePattern(schema.pattern);
  if (pattern) node.pattern = pattern;
  if (schema.properties) {
    const built = new Map<string, SchemaNode>();
    for (const [name, child] of Object.entries(schema.properties)) {
      built.set(name, buildNode(child, definitions));
    }
    node.properties = built;
  }
  if (typeof additionalProperties === "object") {
    node.additional = buildNode(additionalProperties, definitions);
  }
  if (items) node.items = buildNode(items, definitions);
  node.anyFields = takesAnyField(node, schema, additionalProperties);
  fillList(node, schema);
  fillChecks(node, schema, definitions);
  fillDefaultsAndRules(node, schema);
}

function takesAnyField(
  node: SchemaNode,
  schema: RawSchema,
  additional: RawSchema["additionalProperties"],
): boolean {
  if (schema["x-kubernetes-preserve-unknown-fields"] === true || additional === true) return true;
  // A built-in object without declared fields is free-form (RawExtension, FieldsV1).
  return node.native && node.type === "object" && !schema.properties && additional === undefined;
}

function fillList(node: SchemaNode, schema: RawSchema): void {
  const listType = schema["x-kubernetes-list-type"];
  const keys = schema["x-kubernetes-list-map-keys"];
  if (listType === "map" && keys) node.listKeys = keys;
  node.isSet = listType === "set" || schema.uniqueItems === true;
}

const limitWords = [
  "minimum",
  "maximum",
  "multipleOf",
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "minProperties",
  "maxProperties",
] as const;

function fillChecks(node: SchemaNode, schema: RawSchema, definitions: Definitions): void {
  if (limitWords.some((word) => schema[word] !== undefined)) node.limits = schema;
  // The alternatives of an int-or-string or quantity add nothing to the node's own checks.
  if (node.quantity) return;
  const branches = (list: readonly RawSchema[] | undefined): SchemaNode[] | undefined =>
    list?.map((branch) => buildNode(branch, definitions));
  const all = branches(schema.allOf);
  if (all) node.all = all;
  const any = node.intOrString ? undefined : branches(schema.anyOf);
  if (any) node.any = any;
  const one = node.intOrString && node.native ? undefined : branches(schema.oneOf);
  if (one) node.one = one;
  if (schema.not) node.not = buildNode(schema.not, definitions);
}

function fillDefaultsAndRules(node: SchemaNode, schema: RawSchema): void {
  node.rules = schema["x-kubernetes-validations"] ?? [];
  if (schema.default !== undefined) node.default = schema.default;
  const below = [...node.properties.values()];
  if (node.additional) below.push(node.additional);
  if (node.items) below.push(node.items);
  node.hasRules = node.rules.length > 0 || below.some((child) => child.hasRules);
  node.hasDefaults = schema.default !== undefined || below.some((child) => child.hasDefaults);
}
