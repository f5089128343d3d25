import { statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { RunResult } from "@altostrata/pipeline";
import { reportAs, reportText } from "@altostrata/report";
import { readRules } from "./read-rules.ts";
import type { ReportOutput } from "../options/report-options.ts";
import { isTerminal, wantsColour } from "../terminal/terminal.ts";
import { writeOutputs, type WantedOutputs } from "./write-outputs.ts";

interface ReportsToWrite extends WantedOutputs<ReportOutput["format"]> {
  readonly result: RunResult;
  readonly estate: string;
  /** The folder that the places in the result are relative to. */
  readonly folder: string;
  /** Text shows informational findings in full. */
  readonly all: boolean;
  /** The duration of the run. */
  readonly seconds: number;
}

/**
 * Writes each report to its file, completely or not at all, and one to standard output. Throws CannotRunError when a
 * file cannot be written.
 */
export function writeReports(request: ReportsToWrite): void {
  const { result, estate, folder, all, seconds } = request;
  const prefix = folderInRepository(folder);
  const rules = readRules(join(estate, "policies"));
  const times = isTerminal() ? { seconds } : {};
  writeOutputs(request, (format, place) =>
    format === "text" && place === "screen"
      ? reportText(result, { colour: wantsColour(), all, ...times })
      : reportAs(format, { result, folder: prefix, rules }),
  );
}

/** The path of a folder below the root of its repository, with `/`; empty without a repository. */
function folderInRepository(folder: string): string {
  let root = resolve(folder);
  while (!statSync(join(root, ".git"), { throwIfNoEntry: false })) {
    const parent = dirname(root);
    if (parent === root) return "";
    root = parent;
  }
  return relative(root, resolve(folder)).split(sep).join("/");
}
