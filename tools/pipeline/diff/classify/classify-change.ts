import {
  changeClasses,
  reversibilities,
  type ChangeClass,
  type Reversibility,
} from "../../model/comparison/change-classes.ts";
import type { Reason } from "../../model/comparison/comparison.ts";
import { uniqueBy } from "../../model/values/unique-by.ts";
import { canonicalText } from "../values/canonical-text.ts";
import type { Difference } from "../values/compare-values.ts";
import type { PairedObject } from "../objects/paired-object.ts";
import { fitsPath } from "./class-rule.ts";
import { fieldRules } from "./field-rules.ts";
import { objectMeaning } from "./object-rules.ts";

/** The meaning of a change: its classes, most dangerous first, each with a reason, and how to revert it. */
export interface Classified {
  readonly classes: readonly ChangeClass[];
  readonly reasons: readonly Reason[];
  readonly reversibility: Reversibility;
}

interface WeighedReason extends Reason {
  readonly reversibility?: Reversibility;
}

/**
 * Classifies the change of one object. `differences` are those between its two versions, empty if there is only one.
 */
export function classifyChange(pair: PairedObject, differences: readonly Difference[]): Classified {
  const weighed = [...objectReasons(pair), ...fieldReasons(pair, differences)];
  const all = changeClasses.filter((name) => weighed.some((reason) => reason.class === name));
  // A label change beside a running change is not worth reporting.
  const classes = all.length > 1 ? all.filter((name) => name !== "cosmetic") : all;
  const reversibility = reversibilities.find((name) =>
    weighed.some((reason) => reason.reversibility === name),
  );
  return { classes, reasons: uniqueReasons(weighed), reversibility: reversibility ?? "free" };
}

function objectReasons({ base, head }: PairedObject): readonly WeighedReason[] {
  if (base && !head) return [{ ...objectMeaning(base, "removed"), path: [] }];
  if (head && !base) return [{ ...objectMeaning(head, "added"), path: [] }];
  if (!base || !head || !isRenamed({ base, head })) return [];
  const renamed: WeighedReason = {
    class: "recreation",
    code: "renames-object",
    path: [],
    reversibility: "drain",
  };
  const meaning = objectMeaning(base, "removed");
  return isContinued(meaning) ? [renamed] : [renamed, { ...meaning, path: [] }];
}

/** Returns whether the object under its new name does the same, so that nothing stops. */
function isContinued({ class: name, code }: ReturnType<typeof objectMeaning>): boolean {
  return name === "configuration" || code === "ends-backups" || code === "removes-workload";
}

/** Returns whether the two versions have different names or namespaces, so that the older one would be pruned. */
export function isRenamed({ base, head }: Required<PairedObject>): boolean {
  return base.id.name !== head.id.name || base.id.namespace !== head.id.namespace;
}

function fieldReasons(
  { base, head }: PairedObject,
  differences: readonly Difference[],
): readonly WeighedReason[] {
  const kind = (head ?? base)?.id.kind ?? "";
  return differences.flatMap((difference): readonly WeighedReason[] => {
    const { path, change } = difference;
    if (change === "same-meaning" || change === "reordered") {
      return [{ class: "cosmetic", code: "same-meaning", path: [...path] }];
    }
    const reasons = fieldRules
      .filter((rule) => (rule.kinds ?? [kind]).includes(kind) && fitsPath(rule.path, path))
      .filter((rule) => rule.when?.(difference) ?? true)
      .map(({ class: name, code, reversibility }) => ({
        class: name,
        code,
        path: [...path],
        ...(reversibility === undefined ? {} : { reversibility }),
      }));
    return reasons.length > 0 ? reasons : [fallback(path)];
  });
}

/** Labels, annotations and names are cosmetic; every other field without a rule is a configuration change. */
function fallback(path: readonly string[]): Reason {
  return path[0] === "metadata"
    ? { class: "cosmetic", code: "changes-metadata", path: [...path] }
    : { class: "configuration", code: "changes-behaviour", path: [...path] };
}

function uniqueReasons(weighed: readonly WeighedReason[]): readonly Reason[] {
  const reasons = weighed.map(({ class: name, code, path }): Reason => ({
    class: name,
    code,
    path,
  }));
  return uniqueBy(reasons, canonicalText).toSorted(
    (left, right) => changeClasses.indexOf(left.class) - changeClasses.indexOf(right.class),
  );
}
