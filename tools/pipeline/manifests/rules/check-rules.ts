import type { Key, Path } from "../../model/origins/origin.ts";
import type { ReportProblem } from "../manifest-problem.ts";
import type { Rule, SchemaNode } from "../schema/schema-node.ts";
import { compileRule } from "./compile-rule.ts";
import { ruleFieldName, ruleValue } from "./rule-value.ts";

/** Evaluates every rule of a definition on an object and its parts. The object's shape is valid already. */
export function checkRules(node: SchemaNode, object: unknown, report: ReportProblem): void {
  walkRules(node, ruleValue(node, object), { path: [], report });
}

interface RuleWalk {
  readonly path: Key[];
  readonly report: ReportProblem;
}

function walkRules(node: SchemaNode, self: unknown, walk: RuleWalk): void {
  if (self === undefined || self === null) return;
  for (const rule of node.rules) evaluateRule(rule, self, walk);
  if (Array.isArray(self)) {
    if (node.items?.hasRules) walkList(node.items, self, walk);
    return;
  }
  if (typeof self !== "object") return;
  const fields = self as Record<string, unknown>;
  for (const [name, child] of node.properties) {
    if (child.hasRules) walkInto(child, { value: fields[ruleFieldName(name)], key: name }, walk);
  }
  const { additional } = node;
  if (!additional?.hasRules) return;
  for (const [key, value] of Object.entries(fields)) walkInto(additional, { value, key }, walk);
}

function walkList(items: SchemaNode, list: readonly unknown[], walk: RuleWalk): void {
  list.forEach((value, key) => walkInto(items, { value, key }, walk));
}

function walkInto(
  node: SchemaNode,
  { value, key }: { value: unknown; key: Key },
  walk: RuleWalk,
): void {
  walk.path.push(key);
  walkRules(node, value, walk);
  walk.path.pop();
}

function evaluateRule(rule: Rule, self: unknown, walk: RuleWalk): void {
  const compiled = compileRule(rule.rule);
  if (compiled.state !== "ready") return;
  let detail: string | undefined;
  try {
    if (compiled.evaluate(self) === true) return;
  } catch (error) {
    // A rule that fails, for example on a missing field, refuses the object.
    detail = summaryOf(error);
  }
  const message = messageOf(rule, self);
  walk.report({
    code: "manifest-rule-refused",
    path: [...walk.path, ...fieldPath(rule.fieldPath)],
    args: {
      message: detail === undefined ? message : `${message} (${detail})`,
      rule: rule.rule,
    },
  });
}

function summaryOf(error: unknown): string {
  const { summary } = error as { summary?: unknown };
  return typeof summary === "string" ? summary : "the rule cannot be evaluated";
}

function messageOf(rule: Rule, self: unknown): string {
  const { message, messageExpression } = rule;
  if (messageExpression !== undefined) {
    const compiled = compileRule(messageExpression);
    try {
      const text = compiled.state === "ready" ? compiled.evaluate(self) : undefined;
      if (typeof text === "string" && text.trim() !== "") return text;
    } catch {
      // The fixed message repeats it.
    }
  }
  return (message ?? `failed rule: ${rule.rule}`).trim();
}

/** `.spec.name` or `['name']`: the path to the value that the rule is about. */
function fieldPath(text: string | undefined): Path {
  return [...(text ?? "").matchAll(/\.([\w-]+)|\['([^']+)'\]/g)].map(
    ([, plain, quoted]) => plain ?? quoted ?? "",
  );
}
