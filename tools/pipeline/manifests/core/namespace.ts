import { invalid, refused } from "../complain.ts";
import { at, entries, numberOf, textOf, type Cursor } from "../cursor.ts";
import type { Report } from "../problem.ts";

const levels = ["privileged", "baseline", "restricted"];

/** Checks a Namespace: its Pod Security labels, which decide how the server checks pods later. */
export function checkNamespace(object: Cursor, report: Report): void {
  for (const label of entries(at(object, "metadata", "labels"))) {
    const mode = /^pod-security\.kubernetes\.io\/(enforce|audit|warn)(-version)?$/.exec(label.key);
    // In a map of texts the server reads null as an empty text.
    const value = label.value ?? "";
    if (!mode || typeof value !== "string") continue;
    if (mode[2] === undefined) {
      if (!levels.includes(value)) invalid(report, label, `allowed are ${levels.join(", ")}`);
    } else if (!/^(latest|v1\.\d+)$/.test(value)) {
      invalid(report, label, "latest or a version such as v1.36 is wanted");
    }
  }
}

const mostPriority = 1_000_000_000;

/** Checks a PriorityClass: only system classes may exceed the limit and use the system prefix. */
export function checkPriorityClass(object: Cursor, report: Report): void {
  const name = at(object, "metadata", "name");
  const system = textOf(name)?.startsWith("system-") === true;
  if (system) refused(report, name, "Names that begin with system- are the system's own");
  const value = at(object, "value");
  if ((numberOf(value) ?? 0) > mostPriority) {
    invalid(report, value, `it must be at most ${mostPriority}`);
  }
}
