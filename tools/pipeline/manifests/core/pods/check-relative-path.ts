import { reportInvalid, reportMissing } from "../../report-invalid.ts";
import { at, textValue, type Cursor } from "../../cursor.ts";
import type { ReportProblem } from "../../manifest-problem.ts";

/** Checks the path of a file in a volume: it is required and must stay inside the volume. */
export function checkRelativePath(report: ReportProblem, holder: Cursor, field: string): void {
  const path = at(holder, field);
  const text = textValue(path);
  if (text === undefined) reportMissing(report, holder, field);
  else if (text.startsWith("/")) reportInvalid(report, path, "it must be a relative path");
  else if (text.split("/").includes("..") || text.startsWith("..")) {
    reportInvalid(report, path, "it must not contain `..`");
  }
}
