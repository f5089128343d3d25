import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseComparison, type Comparison } from "@altostrata/pipeline";

/** Largest report that is read, in bytes. */
const mostBytes = 20 * 1024 * 1024;

/** A report that cannot be used; the message says why, and holds nothing of its content. */
export class ReportError extends Error {
  override name = "ReportError";
}

/**
 * The report in a folder that an artifact was unpacked into. Whoever can run code in a pull request can write it, so it is nothing
 * but data: one plain file of limited size and of the exact shape. Throws ReportError for anything else.
 */
export function readReport(folder: string): Comparison {
  const path = join(folder, "report.json");
  const entry = lstatSync(path, { throwIfNoEntry: false });
  if (!entry) throw new ReportError("the run left no report.json");
  if (!entry.isFile()) throw new ReportError("report.json is no plain file");
  if (entry.size > mostBytes) {
    throw new ReportError(`report.json has ${entry.size} bytes, more than ${mostBytes}`);
  }
  const parsed = parseComparison(readFileSync(path, "utf8"));
  if ("faults" in parsed) {
    throw new ReportError(`report.json is no report: ${parsed.faults.join("; ")}`);
  }
  return parsed.comparison;
}
