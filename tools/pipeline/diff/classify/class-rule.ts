import type { ChangeClass, Reversibility } from "../../model/comparison/change-classes.ts";
import type { Reason } from "../../model/comparison/comparison.ts";
import type { Difference } from "../values/compare-values.ts";

/** What a difference at a path of certain kinds means. */
export interface ClassRule {
  /** Kinds it speaks about; all where absent. */
  readonly kinds?: readonly string[];
  /** Steps with dots; `*` is any one step, `**` at the end any number of steps, none included. */
  readonly path: string;
  /** A condition on the difference, beyond its path. */
  readonly when?: (difference: Difference) => boolean;
  readonly class: ChangeClass;
  readonly code: Reason["code"];
  readonly reversibility?: Reversibility;
}

/** Whether a path, its list items by name, fits a pattern of a rule. */
export function fitsPath(pattern: string, path: readonly string[]): boolean {
  const steps = pattern.split(".");
  const open = steps.at(-1) === "**";
  const fixed = open ? steps.slice(0, -1) : steps;
  if (open ? path.length < fixed.length : path.length !== fixed.length) return false;
  return fixed.every((step, index) => step === "*" || step === path[index]);
}
