import type { Finding } from "../../model/results/finding.ts";

const actions = ["inform", "warn", "deny"];

/** Returns the strictness of a rule: 0 if it finds nothing, 1 to 3 for `inform`, `warn` and `deny`. */
export function strictnessOf(action: string | undefined): number {
  return action === undefined ? 0 : actions.indexOf(action) + 1;
}

/** Returns the strictest action of each fingerprint. */
export function strictestActions(findings: readonly Finding[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { fingerprint, action } of findings) {
    if (strictnessOf(action) > strictnessOf(found.get(fingerprint))) found.set(fingerprint, action);
  }
  return found;
}

/** Lists the findings of one set of rules that another set lacks or treats more mildly. */
export function stricterThan(
  findings: readonly Finding[],
  others: readonly Finding[],
): readonly Finding[] {
  const known = strictestActions(others);
  return findings.filter(
    ({ fingerprint, action }) => strictnessOf(action) > strictnessOf(known.get(fingerprint)),
  );
}
