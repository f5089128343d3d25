/** A rule of a custom resource definition, unchanged. */
export interface Rule {
  readonly rule: string;
  readonly message?: string;
  readonly messageExpression?: string;
  readonly fieldPath?: string;
  readonly optionalOldSelf?: boolean;
}

/** A JSON Schema of a published description, in the subset that Kubernetes calls structural. */
export interface RawSchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, RawSchema>>;
  readonly additionalProperties?: RawSchema | boolean;
  readonly items?: RawSchema;
  readonly required?: readonly string[];
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly nullable?: boolean;
  readonly default?: unknown;
  readonly allOf?: readonly RawSchema[];
  readonly anyOf?: readonly RawSchema[];
  readonly oneOf?: readonly RawSchema[];
  readonly not?: RawSchema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: boolean;
  readonly exclusiveMaximum?: boolean;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly "x-kubernetes-int-or-string"?: boolean;
  readonly "x-kubernetes-preserve-unknown-fields"?: boolean;
  readonly "x-kubernetes-embedded-resource"?: boolean;
  readonly "x-kubernetes-list-type"?: string;
  readonly "x-kubernetes-list-map-keys"?: readonly string[];
  readonly "x-kubernetes-validations"?: readonly Rule[];
}

export type NodeType = "object" | "array" | "string" | "integer" | "number" | "boolean";

/** A schema prepared for walking: references resolved, sets instead of lists, patterns compiled. */
export interface SchemaNode {
  type?: NodeType;
  intOrString: boolean;
  quantity: boolean;
  /** Built-in kinds: null counts as absent, and so does an empty text if there are allowed values. */
  native: boolean;
  nullable: boolean;
  anyFields: boolean;
  properties: ReadonlyMap<string, SchemaNode>;
  additional?: SchemaNode;
  items?: SchemaNode;
  required: readonly string[];
  allowedWords?: ReadonlySet<unknown>;
  format?: string;
  pattern?: RegExp;
  listKeys?: readonly string[];
  isSet: boolean;
  /** Limits and combinations; absent if there are none, to keep the walk fast. */
  limits?: RawSchema;
  all?: readonly SchemaNode[];
  any?: readonly SchemaNode[];
  one?: readonly SchemaNode[];
  not?: SchemaNode;
  rules: readonly Rule[];
  /** Whether there are rules or defaults here or below. */
  hasRules: boolean;
  hasDefaults: boolean;
  default?: unknown;
}
