import { invalid, missing } from "../../complain.ts";
import { at, textOf, type Cursor } from "../../cursor.ts";
import type { Report } from "../../problem.ts";

/** Checks the path of a file in a volume: it is required and must stay inside the volume. */
export function relativePath(report: Report, holder: Cursor, field: string): void {
  const path = at(holder, field);
  const text = textOf(path);
  if (text === undefined) missing(report, holder, field);
  else if (text.startsWith("/")) invalid(report, path, "it must be a relative path");
  else if (text.split("/").includes("..") || text.startsWith("..")) {
    invalid(report, path, "it must not hold `..`");
  }
}
