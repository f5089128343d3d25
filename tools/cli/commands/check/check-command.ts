import { Argument } from "@commander-js/extra-typings";
import { findEstate } from "../../files/find-estate.ts";
import { estateCommand, parseDay, today } from "../../options/options.ts";
import { formatOption, outputOption } from "../../options/report-options.ts";

/** `alto check`: runs the checks of one target on rendered YAML from any source. Exit code 1 on refusals. */
export function checkCommand() {
  return estateCommand("check")
    .description("check rendered manifests as the API server and rules of a target would")
    .addArgument(new Argument("<files...>", "files, folders, or - for standard input"))
    .requiredOption("--target <target>", "target that the manifests are for")
    .option(
      "--environment <environment>",
      "apply the rules of this environment (default: production)",
    )
    .option("--whole", "the files are complete: report references to missing objects", false)
    .addOption(formatOption())
    .addOption(outputOption())
    .option("--as-of <day>", "date to evaluate against, as YYYY-MM-DD (default: today)", parseDay)
    .action(async (names, options) => {
      const started = performance.now();
      const { target, environment, whole, format, output, asOf } = options;
      const [{ checkRendered }, { writeReports }, { checkOutputs }, { exitCode }] =
        await Promise.all([
          import("./check-rendered.ts"),
          import("../../files/write-reports.ts"),
          import("../../files/write-outputs.ts"),
          import("../../failures/exit-code.ts"),
        ]);
      checkOutputs({ format, output });
      const estate = findEstate(options.estate);
      const result = await checkRendered({
        estate,
        names,
        target,
        whole,
        asOf: asOf ?? today(),
        environment,
      });
      const seconds = (performance.now() - started) / 1000;
      writeReports({ result, estate, folder: process.cwd(), format, output, all: true, seconds });
      process.exitCode = exitCode(result);
    });
}
