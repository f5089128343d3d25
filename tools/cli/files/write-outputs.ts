import { CannotRunError } from "../failures/cannot-run-error.ts";
import type { ReportOutput } from "../options/report-options.ts";
import { print, printData } from "../terminal/print.ts";
import { writeFiles } from "./write-files.ts";

/** The reports that a command line asks for. */
export interface WantedOutputs<F extends string> {
  /** `--format`, when it was given. */
  readonly format?: F | undefined;
  readonly output: readonly ReportOutput<F>[];
}

/** Makes the text of one report. On a screen it may have colours and times. */
type ToText<F extends string> = (format: F | "text", place: "file" | "screen") => string;

/** Refuses two reports for standard output, before a long run. */
export function checkOutputs({ format, output }: WantedOutputs<string>): void {
  if (format === undefined || output.every(({ path }) => path !== "-")) return;
  throw new CannotRunError(
    "Only one report can go to standard output. Omit --format, or name a file in --output.",
  );
}

/** Writes each report to its file, whole or not at all, and one to standard output: text, when nothing else is asked for. Throws CannotRunError where a file cannot be written. */
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
