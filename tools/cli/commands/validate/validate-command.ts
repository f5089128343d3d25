import { findEstate } from "../../files/find-estate.ts";
import { estateCommand, noCacheOption, parseDay, today } from "../../options/options.ts";
import { formatOption, outputOption } from "../../options/report-options.ts";

/** `alto validate`: runs all checks on the whole estate. Exit code 1 on refusals, 2 when the checks could not run. */
export function validateCommand() {
  return estateCommand("validate")
    .description("resolve, render and check the estate, and report every problem with its line")
    .option("--environment <environment>", "limit to this environment")
    .option("--target <target>", "limit to this target")
    .addOption(formatOption())
    .addOption(outputOption())
    .option(
      "--since [ref]",
      "fail only on problems that are new since a branch, tag or commit (default: merge base with the main branch)",
    )
    .option("--all", "show informational findings in full", false)
    .option("--no-waivers", "for audits: as if no finding were waived")
    .option("--as-of <day>", "judge dates as of this day (default: today)", parseDay)
    .addOption(noCacheOption())
    .action(async (options) => {
      const started = performance.now();
      const { environment, target, format, output, all, asOf } = options;
      const [{ runEstate }, { writeReports }, { checkOutputs }, { exitCode }] = await Promise.all([
        import("../../run/run-estate.ts"),
        import("../../files/write-reports.ts"),
        import("../../files/write-outputs.ts"),
        import("../../failures/exit-code.ts"),
      ]);
      checkOutputs({ format, output });
      const estate = findEstate(options.estate);
      const run = {
        estate,
        asOf: asOf ?? today(),
        ignoreWaivers: !options.waivers,
        cache: options.cache,
        environment,
        target,
      };
      const { since } = options;
      if (since !== undefined) {
        const { validateSince } = await import("./validate-since.ts");
        process.exitCode = (await validateSince({ run, since, format, output })) ? 0 : 1;
        return;
      }
      const result = await runEstate(run);
      const seconds = (performance.now() - started) / 1000;
      writeReports({ result, estate, folder: estate, format, output, all, seconds });
      process.exitCode = exitCode(result);
    });
}
