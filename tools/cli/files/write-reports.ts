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
  /** The folder that the places of the result count from. */
  readonly folder: string;
  /** Text shows informational findings in full. */
  readonly all: boolean;
  /** How long the run took. */
  readonly seconds: number;
}

/** Writes each report to its file, whole or not at all, and one to standard output. Throws CannotRunError where a file cannot be written. */
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

/** From the root of the repository that holds a folder to the folder, with `/`; empty where there is no repository. */
function folderInRepository(folder: string): string {
  let root = resolve(folder);
  while (!statSync(join(root, ".git"), { throwIfNoEntry: false })) {
    const parent = dirname(root);
    if (parent === root) return "";
    root = parent;
  }
  return relative(root, resolve(folder)).split(sep).join("/");
}
