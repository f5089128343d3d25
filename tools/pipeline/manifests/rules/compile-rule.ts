import type { Environment } from "@marcbachmann/cel-js";
import { adaptRule, ruleEnvironment } from "./rule-functions.ts";

/** A compiled rule, or the reason for skipping it: it is about changes only, or our evaluator does not support it. */
export type CompiledRule =
  | { readonly state: "ready"; readonly evaluate: (self: unknown) => unknown }
  | { readonly state: "about-changes" }
  | { readonly state: "not-covered"; readonly why: string };

let environment: Environment | undefined;
const compiledRules = new Map<string, CompiledRule>();

/** Compiles a rule of a definition on first use and caches it by its text. */
export function compileRule(rule: string): CompiledRule {
  const cached = compiledRules.get(rule);
  if (cached) return cached;
  const result = compile(rule);
  compiledRules.set(rule, result);
  return result;
}

function compile(rule: string): CompiledRule {
  // Rules about changes of an existing object need its old state.
  if (/\boldSelf\b/.test(rule)) return { state: "about-changes" };
  environment ??= ruleEnvironment();
  try {
    const parsed = environment.parse(adaptRule(rule));
    const checked = parsed.check();
    if (!checked.valid) return { state: "not-covered", why: firstLine(checked.error) };
    return { state: "ready", evaluate: (self) => parsed({ self }) as unknown };
  } catch (error) {
    return { state: "not-covered", why: firstLine(error) };
  }
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split("\n")[0] ?? text;
}
