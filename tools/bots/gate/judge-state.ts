import type { ComparedFinding, Comparison } from "@altostrata/pipeline";
import { judge } from "@altostrata/report/change";

/** Why a pull request may not be merged; empty when it may. */
export type GateRefusal = string;

/** As many rules as a message names. */
const mostNamed = 10;

/**
 * Refuses a new state that has refused problems, by its own rules or by those of the base: a pull request that loosens a rule is not
 * judged by what it makes of it.
 */
export function judgeState(number: number, now: Comparison): readonly GateRefusal[] {
  const { refused } = judge(now);
  const hidden = [...new Set(newUnderBaseRules(now).map(({ rule }) => rule))].sort();
  const named = hidden.slice(0, mostNamed).join(", ");
  const rest = hidden.length > mostNamed ? ` and ${hidden.length - mostNamed} more` : "";
  return [
    ...(refused > 0 ? [`#${number}: ${refused} problems in the state after the merge`] : []),
    ...(hidden.length > 0
      ? [
          `#${number}: the rules of the branch that it goes to refuse what it brings (${named}${rest}), and it changes these rules. ` +
            "Change rules in a pull request of their own, and merge it first.",
        ]
      : []),
  ];
}

/** What the base's rules refuse in the new state, the head's let pass, and the old state had not. */
function newUnderBaseRules({ policies, findings }: Comparison): readonly ComparedFinding[] {
  const before = new Set([...findings.fixed, ...findings.eased].flatMap(namesOf));
  return (policies?.loosened ?? []).filter(
    (finding) =>
      finding.was === "deny" &&
      !finding.waived &&
      namesOf(finding).some((name) => !before.has(name)),
  );
}

function namesOf({ rule, message, object, places }: ComparedFinding): readonly string[] {
  return places.map(({ environment, target }) =>
    JSON.stringify([rule, message, object, environment, target]),
  );
}
