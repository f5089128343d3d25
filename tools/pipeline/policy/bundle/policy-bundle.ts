import type { RuleMetadata } from "./rule-metadata.ts";

/** One finding as Rego returns it: the rule, the path in the input, and the reason. */
export interface RawFinding {
  readonly rule: string;
  readonly path: readonly (string | number)[];
  readonly message: string;
  /** The kind (`group/Kind`) of the missing object that would satisfy the rule. */
  readonly missing?: string;
  /** Distinguishes findings of one rule at one path, for example `Egress`. Must be stable between runs. */
  readonly detail?: string;
}

/** The result of one evaluation. `failures` is empty only if every rule of the input's scope ran. */
export interface Evaluation {
  readonly findings: readonly RawFinding[];
  readonly considered: Readonly<Record<string, number>>;
  readonly failures: readonly { readonly rule: string; readonly reason: string }[];
}

/** The verified compiled rules: metadata sorted by id, and a function that evaluates input JSON. */
export interface PolicyBundle {
  readonly rules: readonly RuleMetadata[];
  /** sha256 of the compiled rules; identifies the policy that a run used. */
  readonly digest: string;
  readonly evaluate: (request: {
    readonly json: string;
    readonly scope: RuleMetadata["scope"];
  }) => Evaluation;
}

/** The rules are missing, altered or incomplete, so no result can be trusted. */
export class PolicyBundleError extends Error {
  override readonly name = "PolicyBundleError";
}

/** Returns the message of an error, to explain why a file is unreadable. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
