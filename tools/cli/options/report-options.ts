import { InvalidArgumentError, Option } from "@commander-js/extra-typings";

/** The forms of a report. Named here again, so that a command line is read without loading what prints them. */
const reportFormats = ["text", "json", "sarif", "junit", "github", "markdown"] as const;

type Format = (typeof reportFormats)[number];

/** One report that is to be written: in which form, and to which file; `-` is standard output. */
export interface ReportOutput<F extends string = Format> {
  readonly format: F;
  readonly path: string;
}

/** Other names of standard output. */
const standardOutputs: readonly string[] = ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"];

/** `--format`: what standard output gets. */
export function formatOption() {
  return new Option(
    "--format <format>",
    "format of the report on standard output (default: text)",
  ).choices(reportFormats);
}

/** `--output FORMAT=FILE`, as often as reports are wanted. */
export function outputOption() {
  return outputOptionFor(reportFormats, "sarif=alto.sarif");
}

/** `--output FORMAT=FILE` for a command with forms of its own. */
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
  // A process cannot write to its own open pipe by that name without mixing two writers.
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
