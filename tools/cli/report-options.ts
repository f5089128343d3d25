import { InvalidArgumentError, Option } from "@commander-js/extra-typings";

/** The forms of a report. Named here again, so that a command line is read without loading what prints them. */
const reportFormats = ["text", "json", "sarif", "junit", "github", "markdown"] as const;

type Format = (typeof reportFormats)[number];

/** One report that is to be written: in which form, and to which file; `-` is standard output. */
export interface ReportOutput {
  readonly format: Format;
  readonly path: string;
}

/** `--format`: what standard output gets. */
export function formatOption() {
  return new Option(
    "--format <format>",
    "form of the report on standard output (default: text)",
  ).choices(reportFormats);
}

/** `--output FORMAT=FILE`, as often as reports are wanted. */
export function outputOption() {
  return new Option(
    "--output <format=file>",
    "write a report to a file as well, such as sarif=alto.sarif; may be repeated (- for standard output)",
  )
    .argParser(addOutput)
    .default([] as readonly ReportOutput[], "none");
}

function addOutput(text: string, earlier: readonly ReportOutput[]): readonly ReportOutput[] {
  const at = text.indexOf("=");
  const format = reportFormats.find((known) => known === text.slice(0, Math.max(at, 0)));
  const path = text.slice(at + 1);
  if (format === undefined || path === "") {
    throw new InvalidArgumentError(
      `It must be a form and a file, such as sarif=alto.sarif. The forms: ${reportFormats.join(", ")}.`,
    );
  }
  if (earlier.some((output) => output.path === path)) {
    throw new InvalidArgumentError(
      path === "-" ? "Standard output takes one report." : `${path} takes one report.`,
    );
  }
  return [...earlier, { format, path }];
}
