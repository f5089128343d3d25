import { InvalidArgumentError, Option } from "@commander-js/extra-typings";

/** The report formats. Repeated here so that parsing the command line does not load the printers. */
const reportFormats = ["text", "json", "sarif", "junit", "github", "markdown"] as const;

type Format = (typeof reportFormats)[number];

/** A report to write: its format, and its file (`-` for standard output). */
export interface ReportOutput<F extends string = Format> {
  readonly format: F;
  readonly path: string;
}

/** Other names of standard output. */
const standardOutputs: readonly string[] = ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"];

/** `--format`: the format on standard output. */
export function formatOption() {
  return new Option(
    "--format <format>",
    "format of the report on standard output (default: text)",
  ).choices(reportFormats);
}

/** `--output FORMAT=FILE`, repeatable. */
export function outputOption() {
  return outputOptionFor(reportFormats, "sarif=alto.sarif");
}

/** `--output FORMAT=FILE` for a command with its own formats. */
export function outputOptionFor<const F extends string>(formats: readonly F[], example: string) {
  return new Option(
    "--output <format=file>",
    `also write a report to a file, such as ${example}; repeatable (- for standard output)`,
  )
    .argParser((text: string, earlier: readonly ReportOutput<F>[]) => [
      ...earlier,
      parseOutput(text, { earlier, formats, example }),
    ])
    .default([] as readonly ReportOutput<F>[], "none");
}

function parseOutput<F extends string>(
  text: string,
  known: { earlier: readonly ReportOutput<F>[]; formats: readonly F[]; example: string },
): ReportOutput<F> {
  const at = text.indexOf("=");
  const format = known.formats.find((name) => name === text.slice(0, Math.max(at, 0)));
  const named = text.slice(at + 1);
  // Opening our own standard output by path would mix two writers.
  const path = standardOutputs.includes(named) ? "-" : named;
  if (format === undefined || path === "") {
    throw new InvalidArgumentError(
      `Use FORMAT=FILE, such as ${known.example}. Formats: ${known.formats.join(", ")}.`,
    );
  }
  if (known.earlier.some((output) => output.path === path)) {
    throw new InvalidArgumentError(
      path === "-"
        ? "Only one report can go to standard output."
        : `Only one report can go to ${path}.`,
    );
  }
  return { format, path };
}
