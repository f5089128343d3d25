import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CannotRunError } from "./cannot-run-error.ts";

/** What `list` and `explain` show of a rule. */
export interface ListedRule {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly title: string;
  readonly description: string;
  readonly family: string;
  readonly severity: string;
  readonly scope: string;
  readonly standards: readonly string[];
  readonly remediation: string;
  readonly folder: string;
}

/** The rules of the compiled bundle below the folder `policies`, sorted by id; nothing is evaluated. */
export function readRules(policies: string): readonly ListedRule[] {
  const path = join(policies, "bundle", "rules.json");
  try {
    const rules = JSON.parse(readFileSync(path, "utf8")) as ListedRule[];
    return rules.sort((left, right) => (left.id < right.id ? -1 : 1));
  } catch {
    throw new CannotRunError(
      `The compiled rules (${path}) cannot be read. Restore policies/bundle from git.`,
    );
  }
}
