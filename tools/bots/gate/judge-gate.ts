import { differingObjects, effectOf, type Comparison } from "@altostrata/pipeline";
import { judge } from "@altostrata/report/change";

/** What a pull request does now, in the queue, and what it did when somebody approved it. */
export interface GateCase {
  readonly number: number;
  readonly now: Comparison;
  /** Absent where nobody approved it. */
  readonly approved?: Comparison;
}

/** Why a pull request may not be merged; empty when it may. */
export type GateRefusal = string;

/** As many objects as a message names. */
const mostNamed = 10;

/**
 * Lets a pull request pass whose new state has no refused problem and whose effect is the one that was approved. Only objects that
 * it changes itself are compared, so what others merged in between does not void an approval unless they touch the same objects.
 */
export function judgeGate({ number, now, approved }: GateCase): readonly GateRefusal[] {
  const { refused } = judge(now);
  const problems =
    refused > 0 ? [`#${number}: ${refused} problems in the state after the merge`] : [];
  if (!approved) return problems;
  const differing = differingObjects(effectOf(approved), effectOf(now));
  if (differing.length === 0) return problems;
  const named = differing.slice(0, mostNamed).join(", ");
  const rest = differing.length > mostNamed ? ` and ${differing.length - mostNamed} more` : "";
  return [
    ...problems,
    `#${number}: the effect changed since approval, on ${named}${rest}. Look at the new report and approve again.`,
  ];
}
