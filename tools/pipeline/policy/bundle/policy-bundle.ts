import type { RuleMetadata } from "./rule-metadata.ts";

/** One finding as Rego gives it: which rule, where in the input, and why. */
export interface RawFinding {
  readonly rule: string;
  readonly path: readonly (string | number)[];
  readonly message: string;
  /** The kind (`group/Kind`) of the object that is missing: with one that says the right thing there would be no finding. */
  readonly missing?: string;
  /** What tells it from another finding of the rule at the same path, such as `Egress`; never what changes by itself. */
  readonly detail?: string;
}

/** The answer to one input. `failures` is empty only when every rule of the input's scope really ran. */
export interface Evaluation {
  readonly findings: readonly RawFinding[];
  readonly considered: Readonly<Record<string, number>>;
  readonly failures: readonly { readonly rule: string; readonly reason: string }[];
}

/** The compiled rules, verified and ready: metadata sorted by id, and a function from input JSON to the answer. */
export interface PolicyBundle {
  readonly rules: readonly RuleMetadata[];
  /** sha256 of the compiled rules: names the policy that judged a run. */
  readonly digest: string;
  readonly evaluate: (request: {
    readonly json: string;
    readonly scope: RuleMetadata["scope"];
  }) => Evaluation;
}

/** The rules cannot be trusted (missing, altered, incomplete), so nothing may be called clean. */
export class PolicyBundleError extends Error {
  override readonly name = "PolicyBundleError";
}

/** Why something could not be read, for a message about the rules. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
