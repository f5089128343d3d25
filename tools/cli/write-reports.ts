import { statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { RunResult } from "@altostrata/pipeline";
import { reportAs, reportText } from "@altostrata/report";
import { CannotRunError } from "./cannot-run-error.ts";
import { readRules } from "./read-rules.ts";
import type { ReportOutput } from "./report-options.ts";
import { isTerminal, wantsColour } from "./terminal.ts";
import { writeWhole } from "./write-whole.ts";

interface ReportsToWrite {
  readonly result: RunResult;
  readonly estate: string;
  /** The folder that the places of the result count from. */
  readonly folder: string;
  /** `--format`, when it was given. */
  readonly format: ReportOutput["format"] | undefined;
  readonly output: readonly ReportOutput[];
  /** Text shows in full what only informs. */
  readonly all: boolean;
  /** How long the run took. */
  readonly seconds: number;
}

/** Writes each report to its file, whole or not at all, and one to standard output. Throws CannotRunError where a file cannot be written. */
export function writeReports(request: ReportsToWrite): void {
  const { result, estate, folder, format, output, all, seconds } = request;
  const prefix = folderInRepository(folder);
  const print = (wanted: ReportOutput["format"]): string =>
    reportAs(wanted, { result, folder: prefix, rules: readRules(join(estate, "policies")) });
  for (const { path, format: wanted } of output) if (path !== "-") writeWhole(path, print(wanted));
  const shown = output.find(({ path }) => path === "-")?.format ?? format ?? "text";
  const times = isTerminal() ? { seconds } : {};
  process.stdout.write(
    shown === "text" ? reportText(result, { colour: wantsColour(), all, ...times }) : print(shown),
  );
}

/** Refuses what could not be done after a long run: two reports for standard output. */
export function checkOutputs(format: string | undefined, output: readonly ReportOutput[]): void {
  if (format === undefined || output.every(({ path }) => path !== "-")) return;
  throw new CannotRunError(
    "Standard output takes one report. Leave out --format, or name a file in --output.",
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
