import { invalid, missing } from "../../complain.ts";
import { at, textOf, type Cursor } from "../../cursor.ts";
import type { Report } from "../../problem.ts";

/** The path of a file inside a volume: it is required, and stays inside. */
export function relativePath(report: Report, holder: Cursor, field: string): void {
  const path = at(holder, field);
  const text = textOf(path);
  if (text === undefined) missing(report, holder, field);
  else if (text.startsWith("/")) invalid(report, path, "it must be a relative path");
  else if (text.split("/").includes("..") || text.startsWith("..")) {
    invalid(report, path, "it must not hold `..`");
  }
}
