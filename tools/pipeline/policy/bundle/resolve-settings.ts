import { own } from "../../model/values/own.ts";
import { compileSchema } from "../../model/estate/compile-schema.ts";
import type { Diagnostic } from "../../model/results/diagnostic.ts";
import type { Parameters, Tier } from "../input/policy-input.ts";
import type { PolicySettings, SettingsAction, SettingsLayer } from "./policy-settings.ts";
import { findRule } from "./find-rule.ts";
import type { RuleMetadata } from "./rule-metadata.ts";

/** The environment and tier that settings apply to. Findings without an environment use the strictest tier. */
export interface SettingsSubject {
  readonly environment?: string;
  readonly tier: Tier;
}

/**
 * Returns the action for findings of `rule` in `subject`: set for the rule by the strongest layer, else for its
 * severity, else deny.
 */
export function actionFor(
  layers: readonly SettingsLayer[],
  rule: RuleMetadata,
  subject: SettingsSubject,
): SettingsAction {
  const applicable = layers.filter((layer) => appliesTo(layer.settings, rule, subject)).reverse();
  for (const { settings } of applicable) {
    const action = settings.rules?.[rule.id]?.action;
    if (action) return action;
  }
  for (const { settings } of applicable) {
    const action = settings.actions?.[rule.severity];
    if (action) return action;
  }
  return "deny";
}

/** Returns the parameters of each rule in `subject`: the defaults, overridden by each layer. */
export function parametersFor(
  layers: readonly SettingsLayer[],
  rules: readonly RuleMetadata[],
  subject: SettingsSubject,
): Parameters {
  const parameters: Record<string, Record<string, unknown>> = {};
  for (const rule of rules) {
    if (!rule.parameters) continue;
    const values = Object.fromEntries(
      Object.entries(rule.parameters).map(([name, schema]) => [name, schema["default"]]),
    );
    for (const { settings } of layers) {
      if (appliesTo(settings, rule, subject))
        Object.assign(values, settings.rules?.[rule.id]?.parameters);
    }
    parameters[rule.id] = values;
  }
  return parameters;
}

/** Reports unknown rules, unknown parameters and invalid parameter values. */
export function checkSettings(
  layers: readonly SettingsLayer[],
  rules: readonly RuleMetadata[],
): Diagnostic[] {
  return layers.flatMap((layer) =>
    Object.entries(layer.settings.rules ?? {}).flatMap(
      ([id, { parameters = {} }]): Diagnostic[] => {
        const rule = findRule(rules, id);
        if (rule?.id !== id) {
          const problem = rule
            ? `rules.${id} was renamed to ${rule.id}`
            : `rules.${id} is not a rule`;
          return [
            {
              code: "policy-settings-invalid",
              args: { problem },
              at: layer.placeAt(["rules", id]),
            },
          ];
        }
        return Object.entries(parameters).flatMap(([name, value]) => {
          const problem = parameterProblem(rule, name, value);
          if (problem === undefined) return [];
          return [
            {
              code: "policy-settings-invalid" as const,
              args: { problem },
              at: layer.placeAt(["rules", id, "parameters", name]),
            },
          ];
        });
      },
    ),
  );
}

function parameterProblem(rule: RuleMetadata, name: string, value: unknown): string | undefined {
  const schema = own(rule.parameters, name);
  if (!schema)
    return `${rule.id} has no parameter ${name}. Its parameters: ${Object.keys(rule.parameters ?? {}).join(", ") || "none"}`;
  const { validate } = compileSchema(schema);
  if (validate?.(value)) return undefined;
  const [error] = validate?.errors ?? [];
  return `parameter ${name} of ${rule.id} ${error?.message ?? "is invalid"}`;
}

function appliesTo(
  { applies }: PolicySettings,
  rule: RuleMetadata,
  subject: SettingsSubject,
): boolean {
  if (!applies) return true;
  if (applies.family !== undefined && applies.family !== rule.family) return false;
  if (applies.tier !== undefined && applies.tier !== subject.tier) return false;
  return applies.environment === undefined || applies.environment === subject.environment;
}
