import { reportInvalid, reportViolation } from "../report-invalid.ts";
import { at, entries, numberValue, textValue, type Cursor } from "../cursor.ts";
import type { ReportProblem } from "../manifest-problem.ts";

const levels = ["privileged", "baseline", "restricted"];

/** Checks a Namespace: its Pod Security labels, which decide how the server checks pods later. */
export function checkNamespace(object: Cursor, report: ReportProblem): void {
  for (const label of entries(at(object, "metadata", "labels"))) {
    const mode = /^pod-security\.kubernetes\.io\/(enforce|audit|warn)(-version)?$/.exec(label.key);
    // In a map of texts the server reads null as an empty text.
    const value = label.value ?? "";
    if (!mode || typeof value !== "string") continue;
    if (mode[2] === undefined) {
      if (!levels.includes(value))
        reportInvalid(report, label, `it must be one of ${levels.join(", ")}`);
    } else if (!/^(latest|v1\.\d+)$/.test(value)) {
      reportInvalid(report, label, "it must be latest or a version such as v1.36");
    }
  }
}

const maxPriority = 1_000_000_000;

/** Checks a PriorityClass: only system classes may exceed the limit and use the system prefix. */
export function checkPriorityClass(object: Cursor, report: ReportProblem): void {
  const name = at(object, "metadata", "name");
  const system = textValue(name)?.startsWith("system-") === true;
  if (system)
    reportViolation(report, name, "Names that begin with system- are reserved for Kubernetes");
  const value = at(object, "value");
  if ((numberValue(value) ?? 0) > maxPriority) {
    reportInvalid(report, value, `it must be at most ${maxPriority}`);
  }
}
