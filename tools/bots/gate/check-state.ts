import type { ComparedFinding, Comparison } from "@altostrata/pipeline";
import { decideVerdict } from "@altostrata/report/change";

/** A reason against merging. */
export type GateRefusal = string;

/** The most rules that a message names. */
const maxNamed = 10;

/** Refuses a new state with problems, under its own rules and under those of the base, which a pull request cannot loosen for itself. */
export function checkState(number: number, now: Comparison): readonly GateRefusal[] {
  const { refused } = decideVerdict(now);
  const hidden = [...new Set(newUnderBaseRules(now).map(({ rule }) => rule))].sort();
  const named = hidden.slice(0, maxNamed).join(", ");
  const rest = hidden.length > maxNamed ? ` and ${hidden.length - maxNamed} more` : "";
  return [
    ...(refused > 0 ? [`#${number}: ${refused} problems in the state after the merge`] : []),
    ...(hidden.length > 0
      ? [
          `#${number} breaks rules of its target branch (${named}${rest}) and changes these rules. ` +
            "Change rules in a separate pull request, and merge it first.",
        ]
      : []),
  ];
}

/** New findings that the base's rules refuse and the head's rules allow. */
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
