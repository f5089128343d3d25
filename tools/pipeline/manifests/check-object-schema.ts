import type { Manifest } from "../model/kubernetes/manifest.ts";
import type { ReportProblem } from "./manifest-problem.ts";
import { checkRules } from "./rules/check-rules.ts";
import { checkValue } from "./schema/check-value.ts";
import type { ApiKind } from "./schema/describe-apis.ts";
import { fillDefaults } from "./schema/fill-defaults.ts";
import type { SchemaNode } from "./schema/schema-node.ts";

/** Checks an object against the schema of its kind and, if its shape is valid, against the rules of its definition. */
export function checkObjectSchema(
  { id, object }: Manifest,
  { kind, metadata, report }: { kind: ApiKind; metadata: SchemaNode; report: ReportProblem },
): void {
  const node = kind.schema();
  const value = fillDefaults(node, object) as Record<string, unknown>;
  let valid = true;
  const walk = {
    kind: id.kind,
    path: [],
    report: (problem: Parameters<ReportProblem>[0]) => {
      valid = false;
      report(problem);
    },
  };
  if (node.native) return checkValue(node, value, walk);
  checkValue(withObjectFields(node), value, walk);
  checkValue(metadata, value["metadata"], { ...walk, path: ["metadata"] });
  // Like the server: rules expect values of the right type and fail on others.
  if (valid && node.hasRules) checkRules(node, value, report);
}

const extendedNodes = new WeakMap<SchemaNode, SchemaNode>();

// A definition has no schema for apiVersion, kind and metadata, which every object has.
function withObjectFields(node: SchemaNode): SchemaNode {
  const cached = extendedNodes.get(node);
  if (cached) return cached;
  const text: SchemaNode = { ...anything, type: "string" };
  const properties = new Map([
    ...node.properties,
    ["apiVersion", text],
    ["kind", text],
    ["metadata", { ...anything, type: "object" }],
  ] as const);
  const extended = { ...node, properties };
  extendedNodes.set(node, extended);
  return extended;
}

const anything: SchemaNode = {
  intOrString: false,
  quantity: false,
  native: true,
  nullable: true,
  anyFields: true,
  properties: new Map(),
  required: [],
  isSet: false,
  rules: [],
  hasRules: false,
  hasDefaults: false,
};
