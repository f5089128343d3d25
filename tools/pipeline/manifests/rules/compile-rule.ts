import type { Environment } from "@marcbachmann/cel-js";
import { adaptRule, ruleEnvironment } from "./rule-functions.ts";

/** A rule ready to be asked, or why it cannot be: about changes only, or beyond our evaluator. */
export type CompiledRule =
  | { readonly state: "ready"; readonly holds: (self: unknown) => unknown }
  | { readonly state: "about-changes" }
  | { readonly state: "not-covered"; readonly why: string };

let environment: Environment | undefined;
const compiled = new Map<string, CompiledRule>();

/** The rule of a definition, compiled when it is first needed and kept by its text. */
export function compileRule(rule: string): CompiledRule {
  const known = compiled.get(rule);
  if (known) return known;
  const made = compile(rule);
  compiled.set(rule, made);
  return made;
}

function compile(rule: string): CompiledRule {
  // What may change in an object that exists cannot be told from its new state alone.
  if (/\boldSelf\b/.test(rule)) return { state: "about-changes" };
  environment ??= ruleEnvironment();
  try {
    const parsed = environment.parse(adaptRule(rule));
    const checked = parsed.check();
    if (!checked.valid) return { state: "not-covered", why: firstLine(checked.error) };
    return { state: "ready", holds: (self) => parsed({ self }) as unknown };
  } catch (error) {
    return { state: "not-covered", why: firstLine(error) };
  }
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split("\n")[0] ?? text;
}
