import type { ChangeClass, Reversibility } from "../../model/comparison/change-classes.ts";
import type { Reason } from "../../model/comparison/comparison.ts";
import type { Difference } from "../values/compare-values.ts";

/** The meaning of a difference at a path, for certain kinds. */
export interface ClassRule {
  /** The kinds it applies to; all if absent. */
  readonly kinds?: readonly string[];
  /** Dotted path; `*` matches any one step, a final `**` any number of steps including none. */
  readonly path: string;
  /** A further condition on the difference. */
  readonly when?: (difference: Difference) => boolean;
  readonly class: ChangeClass;
  readonly code: Reason["code"];
  readonly reversibility?: Reversibility;
}

/** Returns whether a path, with list items by name, matches a rule's pattern. */
export function fitsPath(pattern: string, path: readonly string[]): boolean {
  const steps = pattern.split(".");
  const open = steps.at(-1) === "**";
  const fixed = open ? steps.slice(0, -1) : steps;
  if (open ? path.length < fixed.length : path.length !== fixed.length) return false;
  return fixed.every((step, index) => step === "*" || step === path[index]);
}
