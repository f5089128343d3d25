import { CannotRunError } from "../failures/cannot-run-error.ts";
import type { ReportOutput } from "../options/report-options.ts";
import { print, printData } from "../terminal/print.ts";
import { writeFiles } from "./write-files.ts";

/** The reports that the command line requests. */
export interface WantedOutputs<F extends string> {
  /** The value of `--format`, if given. */
  readonly format?: F | undefined;
  readonly output: readonly ReportOutput<F>[];
}

/** Prints one report. A report for the screen may have colours and times. */
type ToText<F extends string> = (format: F | "text", place: "file" | "screen") => string;

/** Refuses two reports on standard output, before a long run. */
export function checkOutputs({ format, output }: WantedOutputs<string>): void {
  if (format === undefined || output.every(({ path }) => path !== "-")) return;
  throw new CannotRunError(
    "Only one report can go to standard output. Omit --format, or name a file in --output.",
  );
}

/**
 * Writes each report to its file, completely or not at all, and one to standard output (text by default). Throws
 * CannotRunError when a file cannot be written.
 */
export function writeOutputs<F extends string>(
  { format, output }: WantedOutputs<F>,
  toText: ToText<F>,
): void {
  const files = output.filter(({ path }) => path !== "-");
  writeFiles(new Map(files.map(({ path, format: wanted }) => [path, toText(wanted, "file")])));
  const shown = output.find(({ path }) => path === "-")?.format ?? format ?? "text";
  const text = toText(shown, "screen");
  if (shown === "text") print(text);
  else printData(text);
}
